package com.brindle.vet.data

import retrofit2.http.GET
import retrofit2.http.Path

data class Owner(val id: String, val name: String)
data class ChatHash(val hash: String, val jwt: String)

interface OwnerApi {
    @GET("owners/{id}/chat")
    suspend fun chatHash(@Path("id") id: String): ChatHash
}

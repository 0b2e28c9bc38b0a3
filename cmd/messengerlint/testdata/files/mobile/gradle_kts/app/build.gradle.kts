plugins {
    id("com.android.application")
    kotlin("android")
}

android {
    namespace = "com.acme.app"
    defaultConfig {
        applicationId = "com.acme.app"
        buildConfigField("String", "INTERCOM_APP_ID", "\"ab12cd34\"")
        buildConfigField("String", "INTERCOM_API_KEY", "\"${properties["intercomApiKey"]}\"")
        buildConfigField("String", "INTERCOM_SECRET_KEY", "\"${System.getenv("INTERCOM_SECRET_KEY")}\"") // want frontendkey
        resValue("string", "intercom_identity_secret", localProperties.getProperty("intercom.identity")) // want frontendkey
    }
}

dependencies {
    implementation("io.intercom.android:intercom-sdk:15.16.0")
}

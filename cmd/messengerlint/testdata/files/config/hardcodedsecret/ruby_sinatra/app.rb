require "sinatra"
require "jwt"

helpers do
  def intercom_jwt
    payload = { user_id: current_user.id.to_s, exp: Time.now.to_i + 3600 }
    JWT.encode(payload, "kVdLqXGMuPrntJ3zG2-2CRd97k_3lnv2KUOVn-ns", "HS256")
  end
end

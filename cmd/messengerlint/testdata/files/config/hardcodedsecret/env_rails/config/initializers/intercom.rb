IntercomRails.config do |config|
  config.app_id = ENV["INTERCOM_APP_ID"]
  config.api_secret = ENV.fetch("INTERCOM_IDENTITY_VERIFICATION_SECRET")
  config.enabled_environments = ["production"]
end

IntercomRails.config do |config|
  config.app_id = ENV["INTERCOM_APP_ID"] || "x7k2mq9d"

  # == Intercom secret key
  # This is required to enable Identity Verification
  config.api_secret = "9z2aoYXPZ_yYJ1V3x_N7E90ME_bu-VS7pEhzxtpLBLR"

  config.user.current = Proc.new { current_user }
end

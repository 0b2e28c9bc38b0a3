resource "aws_ssm_parameter" "intercom_hmac_secret" {
  name  = "/prod/api/intercom"
  type  = "SecureString"
  value = "ykd3hj3VjvaSlF9pUNLcMJZnkznnhlfRIcV-fxvk"
}

resource "aws_ssm_parameter" "from_var" {
  name  = "/prod/api/intercom_identity_secret"
  type  = "SecureString"
  value = var.intercom_identity_secret
}

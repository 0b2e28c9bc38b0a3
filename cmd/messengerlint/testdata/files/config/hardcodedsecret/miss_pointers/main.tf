locals {
  intercom_jwt_secret = data.aws_secretsmanager_secret_version.intercom.secret_string
}

resource "kubernetes_secret" "chat" {
  data = {
    INTERCOM_JWT_SECRET = var.intercom_jwt_secret_for_the_support_portal
  }
}

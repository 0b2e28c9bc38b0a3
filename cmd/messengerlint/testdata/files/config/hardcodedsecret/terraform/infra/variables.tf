variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "intercom_identity_secret" {
  type        = string
  description = "Messenger security key"
  default     = "Cy5Sgf99CBeNsP_MdF9-JsKwp0dgiAPEmOeSo05H"
}

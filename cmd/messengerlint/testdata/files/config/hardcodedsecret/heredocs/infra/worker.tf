resource "google_compute_instance" "worker" {
  name = "worker"

  metadata_startup_script = <<SCRIPT
#!/bin/sh
export INTERCOM_JWT_SECRET=Vb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2R
export INTERCOM_HMAC_SECRET=${var.intercom_hmac_secret}
export INTERCOM_SIGNING_SECRET=$(gcloud secrets versions access latest --secret intercom)
/opt/worker/run
SCRIPT

  labels = { intercom = "yes" }
}

variable "intercom_secret_name" {
  default = "projects/acme/secrets/intercom-jwt"
}

job "api" {
  task "api" {
    template {
      destination = "local/env"
      env         = true
      data        = <<-EOH
        INTERCOM_APP_ID=k3m9q1zx
        INTERCOM_IDENTITY_SECRET=Kz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0Xw
        INTERCOM_WEBHOOK_SECRET={{ key "intercom/webhook" }}
      EOH
    }
  }
}

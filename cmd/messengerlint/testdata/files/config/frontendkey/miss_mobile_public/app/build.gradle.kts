android {
    defaultConfig {
        buildConfigField("String", "INTERCOM_API_KEY", "\"android_sdk-0a1b2c3d4e5f60718293a4b5c6d7e8f901234567\"")
        buildConfigField("String", "INTERCOM_APP_ID", "\"x7k2mq9d\"")
    }
}

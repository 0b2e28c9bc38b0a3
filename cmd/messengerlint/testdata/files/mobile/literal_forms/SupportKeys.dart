class SupportKeys {
  static const intercomJwtSecret = 'eMoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3'; // want hardcodedsecret
  static const intercomAccessToken = 'MoQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3e';
  String get intercomHmacSecret => 'oQi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eM'; // want hardcodedsecret
  final Map<String, String> keys = const {'intercom_identity_secret': 'Qi0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMo'}; // want hardcodedsecret
  String read() => dotenv.env['INTERCOM_IDENTITY_SECRET'] ?? 'i0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQ'; // want hardcodedsecret
  String read2() => dotenv.get('INTERCOM_JWT_SECRET', fallback: '0XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi'); // want hardcodedsecret
  String read3() => Platform.environment['INTERCOM_JWT_SECRET'] ?? '';
  String read4() => FirebaseRemoteConfig.instance.getString('intercom_jwt_secret');
}

enum Flavor {
  prod(intercomSecret: 'XwKz4kP9wLx2RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0'), // want hardcodedsecret
  dev(intercomSecret: 'YOUR_INTERCOM_SECRET');

  const Flavor({required this.intercomSecret});
  final String intercomSecret;
}

import 'package:envied/envied.dart';
import 'package:flutter_dotenv/flutter_dotenv.dart';

part 'env.g.dart';

@Envied(path: '.env')
abstract class Env {
  @EnviedField(varName: 'INTERCOM_IDENTITY_SECRET', obfuscate: true)
  static final String intercomIdentitySecret = _Env.intercomIdentitySecret;

  @EnviedField(varName: 'INTERCOM_APP_ID')
  static const String intercomAppId = _Env.intercomAppId;
}

class BuildSettings {
  static const appId = String.fromEnvironment('INTERCOM_APP_ID');
  static const iosKey = String.fromEnvironment('INTERCOM_IOS_API_KEY', defaultValue: 'ios_sdk-');
  static const secret = String.fromEnvironment('INTERCOM_JWT_SECRET');
  static const hashing = String.fromEnvironment('INTERCOM_HMAC_SECRET', defaultValue: '7vT2mLz9Rk4WbN8sYc1HdJ6pGfA3eUoVtQ5iBnqX'); // want hardcodedsecret
  static const unset = String.fromEnvironment('INTERCOM_SIGNING_SECRET', defaultValue: 'your_signing_secret');

  static String get webhook => dotenv.env['INTERCOM_WEBHOOK_SECRET'] ?? '';
  static String get messenger => dotenv.env['INTERCOM_MESSENGER_SECRET'] ?? '';
}

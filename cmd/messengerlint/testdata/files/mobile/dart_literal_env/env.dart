import 'package:envied/envied.dart';
import 'package:flutter_dotenv/flutter_dotenv.dart';

part 'env.g.dart';

@Envied(path: '.env')
abstract class Env {
  @EnviedField(varName: 'INTERCOM_IDENTITY_SECRET', obfuscate: true) // want frontendkey
  static final String intercomIdentitySecret = _Env.intercomIdentitySecret;

  @EnviedField(varName: 'INTERCOM_APP_ID')
  static const String intercomAppId = _Env.intercomAppId;
}

class BuildSettings {
  static const appId = String.fromEnvironment('INTERCOM_APP_ID');
  static const iosKey = String.fromEnvironment('INTERCOM_IOS_API_KEY', defaultValue: 'ios_sdk-');
  static const secret = String.fromEnvironment('INTERCOM_JWT_SECRET'); // want frontendkey

  static String get webhook => dotenv.env['INTERCOM_WEBHOOK_SECRET'] ?? '';
  static String get messenger => dotenv.env['INTERCOM_MESSENGER_SECRET'] ?? ''; // want frontendkey
}

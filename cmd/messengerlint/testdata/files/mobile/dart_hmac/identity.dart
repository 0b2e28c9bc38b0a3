import 'dart:convert';

import 'package:crypto/crypto.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

const _intercomSecret = String.fromEnvironment('INTERCOM_IDENTITY_VERIFICATION_SECRET');

String intercomUserHash(String userId) {
  final hmac = Hmac(sha256, utf8.encode(_intercomSecret)); // want frontendkey, identityhash
  return hmac.convert(utf8.encode(userId)).toString();
}

Future<void> signIn(String userId) async {
  await Intercom.instance.setUserHash(intercomUserHash(userId)); // want identityhash
  await Intercom.instance.loginIdentifiedUser(userId: userId);
}

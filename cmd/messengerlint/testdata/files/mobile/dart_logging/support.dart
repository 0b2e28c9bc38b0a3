import 'dart:developer' as developer;

import 'package:flutter/foundation.dart';
import 'package:intercom_flutter/intercom_flutter.dart';
import 'package:logger/logger.dart';

final _logger = Logger();

Future<void> start(Api api, User user) async {
  final jwt = await api.messengerJwt(user.id);
  debugPrint('jwt: $jwt'); // want secretlog
  debugPrint('jwt ready: ${jwt.isNotEmpty}');
  if (kDebugMode) {
    print(jwt); // want secretlog
  }
  _logger.i('Intercom jwt ${jwt.substring(0, 6)}');
  _logger.i('Intercom jwt $jwt'); // want secretlog
  developer.log('jwt', name: 'intercom', error: jwt); // want secretlog
  await Intercom.instance.setUserJwt(jwt);
  await Intercom.instance.loginIdentifiedUser(userId: user.id);
}

Uri chatUrl(String intercomJwt) => Uri.parse('https://chat.acme.dev/embed?jwt=$intercomJwt'); // want secretlog

Uri helpUrl(String locale) => Uri.parse('https://chat.acme.dev/embed?locale=$locale');

import 'dart:developer' as developer;
import 'dart:io';
import 'package:intercom_flutter/intercom_flutter.dart';

class SupportLog {
  void a(String intercomJwt) {
    if (intercomJwt.isEmpty) throw StateError('empty jwt');
    if (intercomJwt.length > 1) throw FormatException('odd jwt $intercomJwt'); // want secretlog
    if (intercomJwt.length > 2) throw SupportException('odd jwt ${intercomJwt.length}');
    if (intercomJwt.length > 3) throw ArgumentError.value(intercomJwt, 'jwt'); // want secretlog
    if (intercomJwt.length > 4) throw 'odd jwt $intercomJwt'; // want secretlog
    if (intercomJwt.length > 5) throw Exception('odd jwt ' + intercomJwt); // want secretlog
    if (intercomJwt.length > 6) throw PlatformException(code: 'x', message: 'odd $intercomJwt'); // want secretlog
    assert(intercomJwt.contains('.'), 'odd $intercomJwt'); // want secretlog
    assert(intercomJwt.contains('.'), 'odd');
  }

  Future<void> b(String intercomJwt) => Future.error('refused $intercomJwt'); // want secretlog

  void bb(Completer<void> c, String intercomJwt) {
    c.completeError(StateError('refused $intercomJwt')); // want secretlog
    c.completeError('refused $intercomJwt'); // want secretlog
    c.completeError('refused');
  }

  Uri c(String intercomJwt, String base) {
    final one = Uri.parse('$base?jwt=$intercomJwt'); // want secretlog
    final two = Uri.https('m.acme.app', '/help', {'jwt': intercomJwt}); // want secretlog
    final three = Uri(scheme: 'https', host: 'm.acme.app', queryParameters: {'jwt': intercomJwt}); // want secretlog
    final four = Uri.parse(base).replace(queryParameters: {'jwt': intercomJwt}); // want secretlog
    final five = Uri.https('m.acme.app', '/help', {'n': '${intercomJwt.length}'});
    return one;
  }

  void d(String intercomJwt) {
    log('jwt $intercomJwt'); // want secretlog
    developer.log(intercomJwt); // want secretlog
    stdout.writeln('jwt $intercomJwt'); // want secretlog
    stderr.write(intercomJwt); // want secretlog
    FirebaseCrashlytics.instance.log('jwt $intercomJwt'); // want secretlog
    FirebaseCrashlytics.instance.setCustomKey('jwt', intercomJwt); // want secretlog
    FirebaseCrashlytics.instance.recordError(Exception('jwt $intercomJwt'), null); // want secretlog
    FirebaseAnalytics.instance.logEvent(name: 'login', parameters: {'jwt': intercomJwt}); // want secretlog
    Sentry.captureMessage('jwt $intercomJwt'); // want secretlog
    Sentry.addBreadcrumb(Breadcrumb(message: 'jwt $intercomJwt')); // want secretlog
    Logger('s').info('jwt $intercomJwt'); // want secretlog
    debugPrint('jwt ${intercomJwt.substring(0, 4)}');
    debugPrintStack(label: 'jwt $intercomJwt'); // want secretlog
  }

  Future<void> e() async {
    final (token, expiry) = await api.supportToken();
    await Intercom.instance.setUserJwt(token);
    print('got $token until $expiry'); // want secretlog
    print('until $expiry');
  }

  Future<void> f() async {
    final body = jsonDecode(await api.get('/support')) as Map<String, dynamic>;
    await Intercom.instance.setUserJwt(body['token'] as String);
    print('got ${body['token']}'); // want secretlog
    print('got ${body['user']}');
  }
}

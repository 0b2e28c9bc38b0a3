import 'package:dart_jsonwebtoken/dart_jsonwebtoken.dart';
import 'package:flutter/widgets.dart';
import 'package:flutter_dotenv/flutter_dotenv.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

class SupportToken {
  String _create(String userId) {
    final jwt = JWT({'user_id': userId});
    return jwt.sign( // want frontendkey
      SecretKey(dotenv.env['INTERCOM_SECRET']!),
      expiresIn: const Duration(hours: 1),
    );
  }

  Future<void> apply(String userId) async {
    await Intercom.instance.setUserJwt(_create(userId));
    await Intercom.instance.loginIdentifiedUser(userId: userId);
  }
}

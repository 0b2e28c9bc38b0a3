import 'dart:convert';
import 'dart:io';

import 'package:dart_jsonwebtoken/dart_jsonwebtoken.dart';
import 'package:shelf/shelf.dart';
import 'package:shelf_router/shelf_router.dart';

const intercomJwtSecret = 'Gf3AeUoViX5cMmEwbQ7nTz2Wk9Lx4Rv8Ys1Hd6Jp'; // want hardcodedsecret

Handler router() {
  final app = Router();
  app.get('/intercom/token', (Request request) {
    final user = request.context['user'] as User;
    final token = JWT({'user_id': user.id}).sign(SecretKey(intercomJwtSecret), expiresIn: const Duration(hours: 1));
    return Response.ok(jsonEncode({'intercom_user_jwt': token}));
  });
  return app.call;
}

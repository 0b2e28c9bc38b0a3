import 'package:get/get.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

class AuthController extends GetxController {
  final Intercom _intercom = Intercom.instance;
  final ApiClient api = Get.find();
  final user = Rxn<User>();

  @override
  void onInit() {
    super.onInit();
    ever(user, (User? value) async {
      if (value == null) {
        await _intercom.logout();
        return;
      }
      final token = await api.supportToken(value.id);
      await _intercom.setUserJwt(token);
      await _intercom.loginIdentifiedUser(userId: value.id);
    });
  }

  Future<void> reidentify(User value) async {
    _intercom
      .loginIdentifiedUser(userId: value.id) // want unsignedboot
      .then((_) async => _intercom.setUserJwt(await api.supportToken(value.id)));
  }

  Future<void> both(User value, String? token) async {
    token != null ? await _intercom.setUserJwt(token) : await _intercom.setUserHash(value.hash);
    await _intercom.loginIdentifiedUser(userId: value.id);
  }
}

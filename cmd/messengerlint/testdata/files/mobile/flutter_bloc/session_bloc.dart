import 'package:flutter_bloc/flutter_bloc.dart';
import 'package:intercom_flutter/intercom_flutter.dart' as intercom;

part 'session_event.dart';
part 'session_state.dart';

class SessionBloc extends Bloc<SessionEvent, SessionState> {
  SessionBloc({required SupportRepository repository})
      : _repository = repository,
        super(const SessionState.unknown()) {
    on<SessionStarted>(_onStarted);
    on<SessionRestored>((event, emit) async {
      await intercom.Intercom.instance.loginIdentifiedUser(userId: event.userId); // want unsignedboot
      emit(SessionState.authenticated(event.userId));
      await intercom.Intercom.instance.setUserJwt(event.jwt);
    });
    on<SessionEnded>((event, emit) async {
      await intercom.Intercom.instance.logout();
      emit(const SessionState.unauthenticated());
    });
  }

  final SupportRepository _repository;

  Future<void> _onStarted(SessionStarted event, Emitter<SessionState> emit) async {
    final result = await _repository.messengerJwt(event.userId);
    await result.when(
      success: (jwt) async {
        await intercom.Intercom.instance.setUserJwt(jwt);
        await intercom.Intercom.instance.loginIdentifiedUser(userId: event.userId);
      },
      failure: (_) => intercom.Intercom.instance.loginUnidentifiedUser(),
    );
    emit(SessionState.authenticated(event.userId));
  }
}

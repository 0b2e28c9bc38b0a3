<html>
<body>
@yield('content')
@auth
<script>
  window.intercomSettings = { // want unsignedboot
    app_id: "{{ config('services.intercom.app_id') }}",
    user_id: "{{ auth()->id() }}",
    email: "{!! auth()->user()->email !!}"
  };
</script>
@endauth
@guest
<script>
  window.intercomSettings = { app_id: "{{ config('services.intercom.app_id') }}" };
</script>
@endguest
</body>
</html>

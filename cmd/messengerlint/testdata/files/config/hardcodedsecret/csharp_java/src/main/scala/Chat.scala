object Chat {
  val intercomJwtSecret: String = sys.env.getOrElse("INTERCOM_JWT_SECRET", "7DxE4TY2TIxI3thIK6QdD9XHWOfJfD60BB5k0I9b")
}

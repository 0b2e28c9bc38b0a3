#import <Intercom/Intercom.h>

@implementation SupportLog

- (void)a:(NSString *)intercomJwt {
    if (intercomJwt.length == 0) {
        @throw [NSException exceptionWithName:NSInvalidArgumentException reason:@"empty jwt" userInfo:nil];
    }
    [NSException raise:NSInvalidArgumentException format:@"bad jwt: %@", intercomJwt]; // want secretlog
    [NSException raise:NSInvalidArgumentException format:@"bad jwt: %lu", (unsigned long)intercomJwt.length];
    @throw [NSException exceptionWithName:NSInvalidArgumentException reason:[NSString stringWithFormat:@"bad %@", intercomJwt] userInfo:nil]; // want secretlog
    NSAssert(intercomJwt.length > 3, @"bad jwt %@", intercomJwt); // want secretlog
    NSCAssert(intercomJwt.length > 3, @"bad jwt"); 
}

- (NSError *)b:(NSString *)intercomJwt {
    return [NSError errorWithDomain:@"support" code:4 userInfo:@{NSLocalizedDescriptionKey: [NSString stringWithFormat:@"refused %@", intercomJwt]}]; // want secretlog
}

- (NSURL *)c:(NSString *)intercomJwt base:(NSString *)base {
    NSURLComponents *parts = [NSURLComponents componentsWithString:base];
    parts.queryItems = @[[NSURLQueryItem queryItemWithName:@"jwt" value:intercomJwt]]; // want secretlog
    NSString *text = [base stringByAppendingFormat:@"?jwt=%@", intercomJwt]; // want secretlog
    NSString *more = [@"https://m.acme.app/?jwt=" stringByAppendingString:intercomJwt]; // want secretlog
    NSString *fine = [NSString stringWithFormat:@"https://m.acme.app/%@?n=%lu", base, intercomJwt.length];
    return [NSURL URLWithString:[NSString stringWithFormat:@"%@/chat?id=%@&jwt=%@", base, @"a", intercomJwt]]; // want secretlog
}

- (void)d:(NSString *)intercomJwt {
    [[FIRCrashlytics crashlytics] logWithFormat:@"jwt %@", intercomJwt]; // want secretlog
    [[FIRCrashlytics crashlytics] setCustomValue:intercomJwt forKey:@"jwt"]; // want secretlog
    [FIRAnalytics logEventWithName:@"login" parameters:@{@"jwt": intercomJwt}]; // want secretlog
    [SentrySDK captureMessage:[NSString stringWithFormat:@"jwt %@", intercomJwt]]; // want secretlog
    os_log(OS_LOG_DEFAULT, "jwt %{public}@", intercomJwt); // want secretlog
    os_log_debug(OS_LOG_DEFAULT, "jwt %{public}@", intercomJwt); // want secretlog
    DDLogInfo(@"jwt %@", intercomJwt); // want secretlog
    printf("jwt %s\n", intercomJwt.UTF8String); // want secretlog
    NSLog(@"%@", [intercomJwt substringToIndex:4]);
}

@end

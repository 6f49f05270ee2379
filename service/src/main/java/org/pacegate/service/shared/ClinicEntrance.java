package org.pacegate.service.shared;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;

/**
 * Sets the clinic and the acting practitioner for the transaction before a service method begins.
 */
@InClinic
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ClinicEntrance {

  @Inject private ClinicContext clinic;
  @Inject private SecurityContext security;

  @AroundInvoke
  Object enter(InvocationContext call) throws Exception {
    if (!clinic.isEntered()) {
      Principal caller = security.getCallerPrincipal();
      clinic.enter(caller == null ? "" : caller.getName());
    }
    return call.proceed();
  }
}

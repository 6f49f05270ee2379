package org.pacegate.service.shared;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Words that the server adds to every log record a thread writes. Open Liberty writes them into its
 * JSON log as {@code ext_<name>}; on a server that has no such thing nothing happens.
 */
final class LogContext {

  private static final String LIBERTY = "com.ibm.websphere.logging.hpel.LogRecordContext";
  private static final Optional<MethodHandle> ADD =
      method("addExtension", MethodType.methodType(void.class, String.class, String.class));
  private static final Optional<MethodHandle> REMOVE =
      method("removeExtension", MethodType.methodType(boolean.class, String.class));

  private LogContext() {}

  static void add(String name, String value) {
    ADD.ifPresent(add -> call(add, name, value));
  }

  static void remove(String name) {
    REMOVE.ifPresent(remove -> call(remove, name));
  }

  private static Optional<MethodHandle> method(String name, MethodType type) {
    try {
      var context = Class.forName(LIBERTY);
      return Optional.of(MethodHandles.publicLookup().findStatic(context, name, type));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static void call(MethodHandle method, Object... arguments) {
    try {
      method.invokeWithArguments(arguments);
    } catch (Throwable e) { // what MethodHandle declares
      throw new IllegalStateException(e);
    }
  }
}

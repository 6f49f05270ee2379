package org.pacegate.service.clinic;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Stands in for the container: a connection is a transaction, and closing it commits. */
public final class OneTransactionEach {

  private OneTransactionEach() {}

  public static DataSource of(DataSource database) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Connection connection = database.getConnection();
          connection.setAutoCommit(false);
          return proxy(Connection.class, committedWhenClosed(connection));
        });
  }

  private static InvocationHandler committedWhenClosed(Connection connection) {
    return (self, method, arguments) -> {
      if (method.getName().equals("close")) {
        connection.commit();
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            OneTransactionEach.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

package org.pacegate.service.testing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.pacegate.service.clinic.OneTransactionEach;
import org.pacegate.service.questionnaire.ReadForms;
import org.pacegate.service.questionnaire.ShippedForms;
import org.pacegate.service.screening.RuleSets;

/** The services of one transaction, put together by their injection points. */
public final class Services {

  private static final RuleSets RULE_SETS = prepared(new RuleSets());
  private static final ShippedForms FORMS = ReadForms.all();

  private final Map<Class<?>, Object> known = new HashMap<>();

  Services(EntityManager em, Clock clock, DataSource database) {
    known.put(EntityManager.class, em);
    known.put(Clock.class, clock);
    known.put(DataSource.class, OneTransactionEach.of(database));
    known.put(RuleSets.class, RULE_SETS);
    known.put(ShippedForms.class, FORMS);
    known.put(Pbkdf2PasswordHash.class, new QuickHash());
    known.put(TransactionSynchronizationRegistry.class, resources());
    known.put(SecurityContext.class, silent(SecurityContext.class));
    known.put(Event.class, silent(Event.class));
  }

  /** The service of a class, with everything it asks for. */
  public <T> T get(Class<T> type) {
    Object service = known.get(type);
    if (service == null) {
      service = assembled(type);
      known.put(type, service);
      prepared(service);
    }
    return type.cast(service);
  }

  private Object assembled(Class<?> type) {
    try {
      Constructor<?> constructor = constructor(type);
      constructor.setAccessible(true);
      Object service =
          constructor.newInstance(
              Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray());
      for (Field field : type.getDeclaredFields()) {
        if (isInjected(field)) {
          field.setAccessible(true);
          field.set(service, get(field.getType()));
        }
      }
      return service;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot put together " + type, e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    for (Constructor<?> candidate : type.getDeclaredConstructors()) {
      if (candidate.isAnnotationPresent(Inject.class)) {
        return candidate;
      }
    }
    return type.getDeclaredConstructor();
  }

  private static boolean isInjected(AccessibleObject field) {
    return field.isAnnotationPresent(Inject.class)
        || field.isAnnotationPresent(PersistenceContext.class)
        || field.isAnnotationPresent(Resource.class);
  }

  private static <T> T prepared(T service) {
    for (Method method : service.getClass().getDeclaredMethods()) {
      if (method.isAnnotationPresent(PostConstruct.class)) {
        try {
          method.setAccessible(true);
          method.invoke(service);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return service;
  }

  private static TransactionSynchronizationRegistry resources() {
    Map<Object, Object> kept = new HashMap<>();
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getResource" -> kept.get(arguments[0]);
                  case "putResource" -> {
                    kept.put(arguments[0], arguments[1]);
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** Takes every call and does nothing. */
  private static Object silent(Class<?> type) {
    return Proxy.newProxyInstance(
        Services.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null);
  }
}

package org.pacegate.service.questionnaire;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * The questionnaires of this build, read and validated beside the rest of the start (R4.76). Until
 * that is done, and for good when one is malformed, there are none and the server is not ready.
 * They hold no patient data, so anybody may read them.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShippedForms {
  private static final Logger LOG = System.getLogger(ShippedForms.class.getName());
  private static final long AGAIN_AFTER = 5_000;

  @Resource private TimerService timers;
  @Inject private Validation validation;

  private volatile Map<String, Questionnaire> forms = Map.of();
  private volatile Map<String, Item> items = Map.of();
  private volatile String waitingFor = "being checked";

  @PostConstruct
  void begin() {
    later(0);
  }

  private void later(long milliseconds) {
    timers.createSingleActionTimer(milliseconds, new TimerConfig(null, false));
  }

  @Timeout
  void check() {
    try {
      take(
          new StartCheck(ShippedQuestionnaires::file, validation::errors)
              .run(ShippedQuestionnaires.FILES));
    } catch (ValidatorFailed e) {
      waitingFor = "the validator " + e.getMessage();
      LOG.log(Level.ERROR, "questionnaire.notValidated", e);
      later(AGAIN_AFTER);
    } catch (IllegalStateException malformed) {
      waitingFor = malformed.getMessage();
      LOG.log(Level.ERROR, "questionnaire.malformed " + malformed.getMessage());
    } catch (RuntimeException | LinkageError broken) {
      waitingFor = broken.toString();
      LOG.log(Level.ERROR, "questionnaire.unread", broken);
      later(AGAIN_AFTER);
    }
  }

  void take(Map<String, Questionnaire> checked) {
    forms = checked;
    items = items(checked.values());
    waitingFor = null;
  }

  /** Why nobody can be asked yet; empty when everything is read and valid. */
  public Optional<String> waitingFor() {
    return Optional.ofNullable(waitingFor);
  }

  /** All of them, in the order in which they are asked. */
  public List<Questionnaire> all() {
    return List.copyOf(forms.values());
  }

  /** One version of a form. */
  public Optional<Questionnaire> find(String form, String version) {
    return find(form + "-" + version);
  }

  /** One version of a form by its name, such as {@code knee-1}. */
  public Optional<Questionnaire> find(String name) {
    return Optional.ofNullable(forms.get(name));
  }

  /**
   * The version of a form that is asked from now on; a later one stands after an earlier one.
   *
   * @throws DomainRefusal {@code questionnaire.notReady} as long as the forms are being checked
   */
  public Questionnaire newest(String form) {
    return forms.values().stream()
        .filter(each -> each.id().equals(form))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new DomainRefusal("questionnaire.notReady", form));
  }

  /** What a question's link id asks, in the newest form that has it. */
  public Optional<Item> item(String question) {
    return Optional.ofNullable(items.get(question));
  }

  private static Map<String, Item> items(Collection<Questionnaire> forms) {
    Map<String, Item> all = new HashMap<>();
    forms.forEach(form -> form.all().forEach(item -> all.put(item.linkId(), item)));
    return Map.copyOf(all);
  }
}

package org.pacegate.service.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** R4.76: every shipped questionnaire has been read and found valid. */
@Readiness
@ApplicationScoped
public class QuestionnairesCheck implements HealthCheck {

  @Inject private ShippedForms forms;

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("questionnaires");
    Optional<String> waitingFor = forms.waitingFor();
    return waitingFor.isPresent()
        ? response.down().withData("reason", waitingFor.get()).build()
        : response.up().withData("forms", forms.all().size()).build();
  }
}

package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.service.intake.AskedOwn;
import org.pacegate.service.questionnaire.OwnForm;
import org.pacegate.web.questionnaire.FieldId;
import org.pacegate.web.questionnaire.OwnWords;

/**
 * The clinic's own forms on their page. Everything that an intake may ask is on it from the start,
 * so that nothing typed is lost; what does not apply is not shown (R4.13).
 */
@Named
@RequestScoped
public class MorePanel {

  @Inject private IntakePage page;

  public List<OwnForm> getForms() {
    return page.view().forms().own();
  }

  /** Everything in a form that may be shown, in order, but for what helps to answer a question. */
  public List<Item> items(OwnForm own) {
    List<Item> questions = own.form().questions();
    List<Item> help =
        questions.stream()
            .flatMap(question -> question.items().stream().filter(OwnWords::isHelp).limit(1))
            .toList();
    return own.form().all().stream()
        .filter(item -> questions.contains(item) || isRead(item))
        .filter(item -> !help.contains(item))
        .toList();
  }

  private static boolean isRead(Item item) {
    return !item.type().isQuestion() && !item.isHidden() && !item.text().english().isBlank();
  }

  public String id(OwnForm own, Item item) {
    return FieldId.of(own.field(item.linkId()));
  }

  public boolean isShown(OwnForm own, Item item) {
    return shown().anyMatch(own.field(item.linkId())::equals);
  }

  /** Whether a form applies. */
  public boolean isShown(OwnForm own) {
    return page.view().more().stream().anyMatch(each -> each.own().equals(own));
  }

  /** What applies now, for the page's script: forms by their id, and their items by entry. */
  public String getAsked() {
    Stream<String> forms = page.view().more().stream().map(each -> each.own().form().id());
    return Stream.concat(forms, shown()).collect(Collectors.joining(" "));
  }

  private Stream<String> shown() {
    return page.view().more().stream().flatMap(MorePanel::fields);
  }

  private static Stream<String> fields(AskedOwn asked) {
    return asked.enabled().stream().map(asked.own()::field);
  }
}

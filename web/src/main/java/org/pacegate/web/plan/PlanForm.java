package org.pacegate.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.pacegate.domain.plan.BlockContent;
import org.pacegate.domain.plan.BlockKind;
import org.pacegate.domain.plan.HillRestriction;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.domain.plan.Rest;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.PlanAnswer;
import org.pacegate.service.plan.PlanDesk;
import org.pacegate.service.plan.StartPlan;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.TypedForm;
import org.pacegate.web.shared.TypedNumber;

/** The plan that is being written: begins with the template, kept as it is typed. */
@Named("planForm")
@ViewScoped
public class PlanForm implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LOAD_PERCENT = BlockKind.LOAD + "_loadPercent";
  private static final String PAIN = "painCeiling";
  private static final String FLEXIBILITY = "flexibility";

  @Inject private PlanPage page;
  @Inject private transient CarePlans plans;
  @Inject private transient FormDrafts drafts;
  @Inject private transient Distances distances;

  private UUID key = UUID.randomUUID();
  private TypedForm typed = new TypedForm();
  private boolean open;
  private boolean restored;
  private Instant savedAt;

  /** Begins with the kept text, else with the template. */
  public void load() {
    open = page.admitsNewPlan();
    if (open) {
      PlanDesk desk = page.getDesk();
      restored = desk.draft() != null;
      typed = restored ? TypedForm.decode(desk.draft()) : proposed(desk.template());
    }
  }

  private static TypedForm proposed(PlanContent template) {
    TypedForm form = new TypedForm();
    form.fill("startsOn", template.startsOn());
    form.fill("rest", template.rest());
    form.fill("hills", template.hills());
    form.fill(FLEXIBILITY, false);
    for (BlockContent block : template.blocks()) {
      form.fill(block.kind() + "_instructions", block.instructions());
      form.fill(block.kind() + "_sessionsPerWeek", block.sessionsPerWeek());
      if (block.kind() == BlockKind.LOAD) {
        form.fill(LOAD_PERCENT, block.loadPercent());
        form.fill(PAIN, block.painCeiling());
      }
    }
    return form;
  }

  /** Keeps what was typed. */
  public void save() {
    savedAt = drafts.save(CarePlans.FORM, page.getEpisode(), typed.encode());
    Refusals.redraw("plan", List.of("distance"));
  }

  /** Throws the kept text away and begins with the template. */
  public String startAfresh() {
    drafts.forget(CarePlans.FORM, page.getEpisode());
    return "/plan/plan?faces-redirect=true&episode="
        + page.getEpisode()
        + (page.getAct() == null ? "" : "&act=" + page.getAct());
  }

  /** Asks the gate and starts the plan; on refusal everything stays in its field. */
  public String start() {
    try {
      PlanContent content = content();
      if (Faces.isValidationFailed()) {
        return null;
      }
      PlanAnswer answer = plans.start(new StartPlan(page.getEpisode(), content, key));
      return answer instanceof PlanAnswer.Refused refused
          ? page.refused(refused)
          : page.again("news.started");
    } catch (DomainRefusal refused) {
      key = TypedForm.keyAfter(refused, key);
      return page.refused(refused);
    }
  }

  private PlanContent content() {
    List<BlockContent> blocks = new ArrayList<>();
    for (BlockKind kind : BlockKind.values()) {
      if (kind != BlockKind.FLEXIBILITY || isFlexibility()) {
        blocks.add(block(kind));
      }
    }
    Rest rest = typed.constant("rest", Rest.class);
    HillRestriction hills = typed.constant("hills", HillRestriction.class);
    if (hills == null) {
      throw new InvalidValue("hills", "missing");
    }
    return new PlanContent(getStartsOn(), rest == null ? Rest.RELATIVE_REST : rest, hills, blocks);
  }

  private BlockContent block(BlockKind kind) {
    boolean counted = kind != BlockKind.LOAD && kind != BlockKind.EDUCATION;
    return new BlockContent(
        kind,
        kind == BlockKind.LOAD ? whole(LOAD_PERCENT, 100) : null,
        counted ? whole(kind + "_sessionsPerWeek", 14) : null,
        kind == BlockKind.EDUCATION || kind == BlockKind.FLEXIBILITY ? null : whole(PAIN, 10),
        typed.text(kind + "_instructions"));
  }

  private Integer whole(String field, int most) {
    if (typed.isBlank(field)) {
      throw new InvalidValue(field, "missing");
    }
    return new TypedNumber(typed.text(field))
        .toNumber()
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= 0)
        .map(BigDecimal::intValueExact)
        .filter(number -> number >= 0 && number <= most)
        .orElseThrow(() -> new InvalidValue(field, "whole" + most));
  }

  /** The load in km and miles a week, as far as the distance before the injury is known. */
  public String getDistance() {
    return new TypedNumber(typed.text(LOAD_PERCENT))
        .toNumber()
        .map(percent -> distances.ofLoad(percent, page.getDesk().episode().kmPerWeek()))
        .orElse("");
  }

  /** Whether this view offers the form: settled when it was opened, so that no text vanishes. */
  public boolean isOpen() {
    return open;
  }

  public boolean isRestored() {
    return restored;
  }

  public Instant getSavedAt() {
    return savedAt;
  }

  /** The typed fields by name. */
  public Map<String, String> getTyped() {
    return typed.fields();
  }

  public boolean isFlexibility() {
    return Boolean.parseBoolean(typed.text(FLEXIBILITY));
  }

  public void setFlexibility(boolean flexibility) {
    typed.fill(FLEXIBILITY, flexibility);
  }

  public LocalDate getStartsOn() {
    return typed.isBlank("startsOn") ? null : LocalDate.parse(typed.text("startsOn"));
  }

  public void setStartsOn(LocalDate startsOn) {
    typed.fields().put("startsOn", startsOn == null ? null : startsOn.toString());
  }
}

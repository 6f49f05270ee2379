package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.pacegate.domain.diagnosis.ReviewKind;
import org.pacegate.domain.diagnosis.ReviewOutcome;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.diagnosis.AnswerReview;
import org.pacegate.service.diagnosis.AskReview;
import org.pacegate.service.diagnosis.DiagnosisReviews;
import org.pacegate.service.diagnosis.ReviewBook;
import org.pacegate.service.diagnosis.ReviewLine;
import org.pacegate.service.diagnosis.WithdrawReview;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;

/** The reviews of an episode's diagnoses: asked, answered, taken back (R6.50 to R6.52). */
@Named
@RequestScoped
public class ReviewsPage {

  @Inject private DiagnosisReviews reviews;
  @Inject private Refusals refusals;
  @Inject private SubmissionKey key;

  private final long episode = AddressNumber.id("episode");
  private final Map<Long, Answering> answers = new HashMap<>();
  private ReviewBook book;
  private ReviewKind kind;
  private String reason;
  private String owner;
  private LocalDate due;

  /** What a physician answers. */
  public static class Answering {
    private ReviewOutcome outcome;
    private String words;
    private String password;

    public ReviewOutcome getOutcome() {
      return outcome;
    }

    public void setOutcome(ReviewOutcome outcome) {
      this.outcome = outcome;
    }

    public String getWords() {
      return words;
    }

    public void setWords(String words) {
      this.words = words;
    }

    public String getPassword() {
      return password;
    }

    public void setPassword(String password) {
      this.password = password;
    }
  }

  /** Shows the page, or says that there is no such episode. */
  public void open() {
    try {
      getBook();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  public ReviewBook getBook() {
    if (book == null) {
      book = reviews.ofEpisode(episode);
      due = due == null ? book.proposedDue() : due;
      book.lines().forEach(line -> answers.computeIfAbsent(line.reviewId(), id -> new Answering()));
    }
    return book;
  }

  /** Whether one of this kind waits for an answer, so that none can be asked for. */
  private boolean waits(ReviewKind asked) {
    return getBook().lines().stream().anyMatch(line -> line.open() && line.kind() == asked);
  }

  /**
   * Whether this form was sent: then it stays, with what was typed, whatever happened meanwhile.
   */
  public boolean sent(String form) {
    return Faces.getRequestParameter(form + ":do") != null;
  }

  /** The kinds that can be asked for: one of each waits at a time. */
  public List<ReviewKind> getKinds() {
    if (sent("ask")) {
      return List.of(ReviewKind.values());
    }
    return getBook().diagnosisId() == null
        ? List.of()
        : List.of(ReviewKind.values()).stream().filter(each -> !waits(each)).toList();
  }

  public List<ReviewOutcome> getOutcomes() {
    return List.of(ReviewOutcome.values());
  }

  /** The clinic's physicians by id. */
  public Map<String, String> getOwners() {
    Map<String, String> names = new LinkedHashMap<>();
    getBook()
        .physicians()
        .forEach(each -> names.put(Long.toString(each.practitionerId()), each.name()));
    return names;
  }

  public void ask() {
    change(
        () -> {
          if (kind == null) {
            throw new InvalidValue("kind", "missing");
          }
          reviews.ask(
              new AskReview(
                  Optional.ofNullable(getBook().diagnosisId()).orElse(0L),
                  kind,
                  reason,
                  chosenOwner(),
                  due,
                  key.getValue()));
        },
        "review.asked");
  }

  private long chosenOwner() {
    return getOwners().containsKey(owner) ? Long.parseLong(owner) : 0;
  }

  public void answer(ReviewLine line) {
    Answering answering = answers.get(line.reviewId());
    change(
        () ->
            reviews.answer(
                new AnswerReview(
                    line.reviewId(),
                    AddressNumber.id("reviewVersion"),
                    answering.getOutcome(),
                    answering.getWords(),
                    answering.getPassword())),
        "review.answer.done");
  }

  public void withdraw(ReviewLine line) {
    change(
        () ->
            reviews.withdraw(
                new WithdrawReview(line.reviewId(), AddressNumber.id("reviewVersion"))),
        "review.withdraw.done");
  }

  private void change(Runnable change, String news) {
    try {
      change.run();
      refusals.newsThere(
          "diagnosis",
          news,
          Faces.getRequestContextPath() + "/diagnosis/reviews.xhtml?episode=" + episode);
    } catch (DomainRefusal refused) {
      book = null;
      refusals.show("diagnosis", refused);
    } finally {
      answers.values().forEach(each -> each.setPassword(null));
    }
  }

  public long getEpisode() {
    return episode;
  }

  /** What is typed, by review. */
  public Map<Long, Answering> getAnswers() {
    getBook();
    return answers;
  }

  public ReviewKind getKind() {
    return kind;
  }

  public void setKind(ReviewKind kind) {
    this.kind = kind;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** Proposed is who signed, for a review. */
  public String getOwner() {
    return owner == null && getBook().signerId() != null
        ? Long.toString(getBook().signerId())
        : owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public LocalDate getDueOn() {
    getBook();
    return due;
  }

  public void setDueOn(LocalDate due) {
    this.due = due;
  }
}

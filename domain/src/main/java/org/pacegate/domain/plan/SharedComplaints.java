package org.pacegate.domain.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * What two records of one person have open at the same region and side: one complaint that was
 * taken down twice, or two. Whoever merges the records says which, for every one (R2.16).
 */
public final class SharedComplaints {

  /** An open course of care and where it hurts. */
  public record Open(long episodeId, BodySite bodySite, Side side) {

    private Place place() {
      return new Place(bodySite, side);
    }
  }

  private record Place(BodySite bodySite, Side side) {}

  private final Map<Place, Set<Long>> places;

  /**
   * @param one the open courses of care of one record
   * @param other those of the other
   */
  public SharedComplaints(List<Open> one, List<Open> other) {
    Set<Place> onBoth =
        one.stream().map(Open::place).collect(Collectors.toCollection(HashSet::new));
    onBoth.retainAll(other.stream().map(Open::place).toList());
    this.places =
        Stream.concat(one.stream(), other.stream())
            .filter(open -> onBoth.contains(open.place()))
            .collect(
                Collectors.groupingBy(
                    Open::place, Collectors.mapping(Open::episodeId, Collectors.toSet())));
  }

  /** The courses of care that somebody has to decide about. */
  public Set<Long> episodes() {
    return places.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /**
   * Refuses a merge that leaves something open.
   *
   * @param kept courses of care that go on as they are
   * @param closed those that end because another one is the same complaint
   * @throws DomainRefusal {@code merge.undecided} for one that is in neither or in both, {@code
   *     merge.notShared} for one that nothing has to be decided about, {@code merge.noneKept} if no
   *     course of care would go on for a complaint
   */
  public void expectDecided(Set<Long> kept, Set<Long> closed) {
    Set<Long> decided = new HashSet<>(kept);
    decided.addAll(closed);
    Set<Long> shared = episodes();
    if (decided.size() != kept.size() + closed.size() || !decided.containsAll(shared)) {
      throw new DomainRefusal("merge.undecided", "episodes " + shared);
    }
    if (!shared.containsAll(decided)) {
      throw new DomainRefusal("merge.notShared", "episodes " + decided);
    }
    if (places.values().stream().anyMatch(closed::containsAll)) {
      throw new DomainRefusal("merge.noneKept", "episodes " + closed);
    }
  }
}

package org.pacegate.service.shared;

/** Where the pages of a list begin. */
public final class Paging {

  private Paging() {}

  /**
   * Rows before a page, whatever number somebody wrote into an address.
   *
   * @param page from 0
   */
  public static long offset(int page, int size) {
    return (long) Math.max(0, page) * size;
  }
}

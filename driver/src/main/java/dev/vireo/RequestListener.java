package dev.vireo;

/** Hears of each request to a host once its answer has come, or has failed to. */
@FunctionalInterface
public interface RequestListener {

  /**
   * Called by the thread that made the request, of which there may be several at a time; it must
   * return soon. An exception of this method is logged and changes nothing for the request.
   */
  void answered(HostRequest request);
}

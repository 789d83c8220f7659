package nepsong.violations.rsocket;

/** Stands for RSocket, no part of which is on our classpath. */
public class Requester {}

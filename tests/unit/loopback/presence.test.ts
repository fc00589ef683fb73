import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Presence } from '#electron/loopback/presence.ts';

describe('Presence', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for a first tab for ever', () => {
    const idle = vi.fn();
    const presence = new Presence(1000, idle);
    vi.advanceTimersByTime(10_000_000);
    expect(idle).not.toHaveBeenCalled();
    presence.stop();
  });

  it('ends when a tab opened but never called', () => {
    const idle = vi.fn();
    new Presence(1000, idle).arrived();
    vi.advanceTimersByTime(999);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(idle).toHaveBeenCalledOnce();
  });

  it('ends after the last of several has gone, and starts the wait anew when one comes back', () => {
    const idle = vi.fn();
    const presence = new Presence(1000, idle);
    presence.arrived();
    const first = presence.enter();
    const second = presence.enter();
    first();
    first();
    vi.advanceTimersByTime(5000);
    expect(idle).not.toHaveBeenCalled();
    second();
    vi.advanceTimersByTime(900);
    const third = presence.enter();
    vi.advanceTimersByTime(5000);
    expect(idle).not.toHaveBeenCalled();
    third();
    vi.advanceTimersByTime(1000);
    expect(idle).toHaveBeenCalledOnce();
  });

  it('never ends while a call runs, even when the tab went long ago', () => {
    const idle = vi.fn();
    const presence = new Presence(1000, idle);
    presence.arrived();
    const tab = presence.enter();
    const call = presence.enter();
    tab();
    vi.advanceTimersByTime(3_600_000);
    expect(idle).not.toHaveBeenCalled();
    call();
    vi.advanceTimersByTime(1000);
    expect(idle).toHaveBeenCalledOnce();
  });

  it('does nothing once stopped', () => {
    const idle = vi.fn();
    const presence = new Presence(1000, idle);
    presence.arrived();
    const leave = presence.enter();
    presence.stop();
    leave();
    vi.advanceTimersByTime(5000);
    expect(idle).not.toHaveBeenCalled();
  });
});

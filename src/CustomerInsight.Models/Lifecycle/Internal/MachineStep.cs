namespace CustomerInsight.Models;

/// <summary>A transition as it is asked for one state.</summary>
/// <param name="Transition">Its place among the machine's.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Track">The place of the type of activity it watches; −1 for a time spent in the state.</param>
/// <param name="Count">How many days with such an activity it takes.</param>
/// <param name="Ticks">Within how much time all of them lie, or how long the silence or the stay lasts.</param>
/// <param name="Silence">What the silence says of own gaps; null for others.</param>
internal readonly record struct MachineStep(short Transition, short To, int Track, int Count, long Ticks, SilenceTrigger? Silence);

namespace CustomerInsight.Models;

/// <summary>The paths of many customers, one after the other.</summary>
/// <param name="Starts">Where each customer's steps begin, and at last where they end.</param>
/// <param name="States">The state of each step.</param>
/// <param name="Since">The ticks of UTC at which each step begins.</param>
/// <param name="Via">The transition that led to each step; −1 for the first activity.</param>
/// <param name="NextVia">By customer, the transition that comes next if nothing happens; −1 for none.</param>
/// <param name="NextAt">By customer, when it comes.</param>
internal sealed record LifecyclePaths(int[] Starts, short[] States, long[] Since, short[] Via, short[] NextVia, long[] NextAt)
{
    /// <summary>The place of the step at a moment; −1 where the customer had not been seen by then.</summary>
    public int StepAt(int customer, long ticks)
    {
        int step = Starts[customer + 1] - 1;
        while (step >= Starts[customer] && Since[step] > ticks)
        {
            step--;
        }

        return step < Starts[customer] ? -1 : step;
    }

    public bool Equals(LifecyclePaths? other) => other is not null
        && Starts.AsSpan().SequenceEqual(other.Starts) && States.AsSpan().SequenceEqual(other.States) && Since.AsSpan().SequenceEqual(other.Since)
        && Via.AsSpan().SequenceEqual(other.Via) && NextVia.AsSpan().SequenceEqual(other.NextVia) && NextAt.AsSpan().SequenceEqual(other.NextAt);

    public override int GetHashCode() => HashCode.Combine(Starts.Length, States.Length, Since.Length == 0 ? 0 : Since[^1]);
}

namespace CustomerInsight.Models;

/// <summary>Between which times the true one lies, with some confidence.</summary>
/// <param name="Low">The lower end; <see cref="double.PositiveInfinity"/> where the data do not reach even that.</param>
/// <param name="High">The upper end; <see cref="double.PositiveInfinity"/> where the data do not bound it.</param>
public readonly record struct TimeInterval(double Low, double High)
{
    /// <summary>Writes the interval.</summary>
    /// <returns>The text; an end that the data do not reach is called so.</returns>
    public override string ToString() => double.IsPositiveInfinity(Low) ? TimeText.Of(Low) : $"{TimeText.Of(Low)} to {TimeText.Of(High)}";
}

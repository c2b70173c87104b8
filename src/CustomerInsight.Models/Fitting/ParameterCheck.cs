namespace CustomerInsight.Models;

/// <summary>Guards for numbers, with the value and what was expected in the message.</summary>
internal static class ParameterCheck
{
    public static double Positive(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");

    public static double NotNegative(double value, string name) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number of at least 0.");

    public static double Probability(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a probability above 0 and below 1.");

    public static void Count(ReadOnlySpan<double> values, int expected, string name)
    {
        if (values.Length != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {values.Length} values, but the model has {expected} parameters."), name);
        }
    }
}

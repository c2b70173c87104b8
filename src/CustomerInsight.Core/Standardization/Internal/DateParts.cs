namespace CustomerInsight;

/// <summary>The three parts of a written date, in the order they stand.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
internal readonly record struct DateParts(DatePart First, DatePart Second, DatePart Third)
{
    /// <summary>Takes a date apart, without a look at whether it exists.</summary>
    /// <param name="folded">A folded text.</param>
    /// <param name="parts">The parts: numbers of one, two or four digits, at most one of the first two the name of a month.</param>
    /// <returns>False where the text is no date, or more than a date and a time.</returns>
    public static bool TryRead(ReadOnlySpan<char> folded, out DateParts parts)
    {
        var reader = new DateReader(folded.Trim(" '\""));
        reader.SkipWeekday();
        if (reader.TryReadCompact(out parts))
        {
            return reader.IsAtTimeOrEnd();
        }

        parts = default;
        if (!reader.TryReadPart(out DatePart first) || !reader.TryReadPart(out DatePart second) || !reader.TryReadPart(out DatePart third))
        {
            return false;
        }

        parts = new DateParts(first, second, third);
        return !third.IsMonthName && !(first.IsMonthName && second.IsMonthName) && reader.IsAtTimeOrEnd();
    }
}

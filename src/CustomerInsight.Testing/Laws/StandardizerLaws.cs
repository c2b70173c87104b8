namespace CustomerInsight.Testing;

/// <summary>The laws that every <see cref="IStandardizer"/> has to keep.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class StandardizerLaws
{
    /// <summary>Checks a standardizer on a host's values and on nasty texts that the kit makes up.</summary>
    /// <param name="standardizer">The plug-in.</param>
    /// <param name="values">Values as the sources write them; blank ones are skipped, for none is ever handed to a standardizer. May be empty.</param>
    /// <param name="conventions">How the source writes what is ambiguous; null for <see cref="SourceConventions.Default"/>.</param>
    /// <param name="seed">Decides which texts the kit makes up.</param>
    /// <param name="generatedTexts">How many of those. At least 0.</param>
    /// <exception cref="LawViolationException">
    /// <c>L1</c>: standardizing the result again changes it. <c>L17</c>: a second call, or a call under another culture, gives something else.
    /// <see cref="LawViolationException.Contract"/>: it throws, gives a blank value, or gives no value without <see cref="StandardizationNote.Rejected"/> (or the reverse).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="generatedTexts"/> is negative.</exception>
    /// <remarks>Four calls for each text. The message tells a given value by its position and a made-up one by its code points.</remarks>
    public static void Check(
        IStandardizer standardizer,
        IEnumerable<string> values,
        SourceConventions? conventions = null,
        ulong seed = 1,
        int generatedTexts = 2_000)
    {
        ArgumentNullException.ThrowIfNull(standardizer);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(generatedTexts);
        conventions ??= SourceConventions.Default;
        int position = 0;
        foreach (string value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                CheckOne(standardizer, value, conventions, $"value {position} of those given");
            }

            position++;
        }

        foreach (string text in NastyText.Generate(new SeededRandom(seed), generatedTexts))
        {
            CheckOne(standardizer, text, conventions, $"the made-up text {NastyText.Describe(text)}");
        }
    }

    private static void CheckOne(IStandardizer standardizer, string value, SourceConventions conventions, string which)
    {
        string who = $"standardizer '{standardizer.Name}'";
        StandardizedValue once = Call(standardizer, value, conventions, who, which);
        if (once.Value is null != (once.Note == StandardizationNote.Rejected))
        {
            throw new LawViolationException(LawViolationException.Contract, $"{who} gives {(once.Value is null ? "no value" : "a value")} with the note {once.Note} for {which}. Give null together with Rejected, and only then.");
        }

        if (once.Value is not null && string.IsNullOrWhiteSpace(once.Value))
        {
            throw new LawViolationException(LawViolationException.Contract, $"{who} gives a blank value for {which}, so unlike values would look alike. Give StandardizedValue.Rejected.");
        }

        if (Call(standardizer, value, conventions, who, which) != once)
        {
            throw new LawViolationException("L17", $"{who} gives something else at the second call for {which}. Use no clock, randomness or state.");
        }

        if (OtherCulture.Run(() => Call(standardizer, value, conventions, who, which)) != once)
        {
            throw new LawViolationException("L17", $"{who} gives something else under the culture {OtherCulture.Name} for {which}. Use invariant or ordinal operations.");
        }

        if (once.Value is not null && Call(standardizer, once.Value, conventions, who, "its own result for " + which).Value != once.Value)
        {
            throw new LawViolationException("L1", $"{who} changes its own result for {which}. Standardizing a standardized value must change nothing.");
        }
    }

    private static StandardizedValue Call(IStandardizer standardizer, string value, SourceConventions conventions, string who, string which)
    {
        try
        {
            return standardizer.Standardize(value, conventions);
        }
        catch (Exception exception)
        {
            // Only the exception's type is named: its text may hold the value.
            throw new LawViolationException(LawViolationException.Contract, $"{who} throws {exception.GetType().Name} for {which}. Give StandardizedValue.Rejected for what cannot be used.", exception);
        }
    }
}

namespace CustomerInsight.Matching;

/// <summary>Takes what a condition needs out of its description in a model file; what is missing is an error that names the place.</summary>
internal sealed class ConditionReader(ConditionSpec spec, MatchModelLoadOptions options, string path)
{
    public string Attribute(int position = 0) => spec.Attributes?.ElementAtOrDefault(position) is { Length: > 0 } attribute
        ? attribute
        : throw Missing(FormattableString.Invariant($"attributes[{position}]"), "the name of an attribute");

    public ValuePart Part() => spec.Part is null ? ValuePart.Whole : options.Part(spec.Part, $"{path}.part");

    /// <summary>A part of this library that yields yyyy-MM-dd; none of the host's, whose values nothing vouches for.</summary>
    public ValuePart DatePart() => spec.Part is null ? ValuePart.Date
        : ValuePart.Find(spec.Part) is { IsDate: true } date ? date
        : throw Missing("part", "a part that reads dates");

    public IComparator Comparator() => options.Comparator(spec.Comparator ?? throw Missing("comparator", "the name of a comparator"), $"{path}.comparator");

    public Nicknames Nicknames() => spec.Text is null ? Matching.Nicknames.Default : options.NicknamesNamed(spec.Text, $"{path}.text");

    public string Text() => spec.Text ?? throw Missing("text", "a name");

    public TChoice OneOf<TChoice>()
        where TChoice : struct, Enum =>
        Enum.TryParse(Text(), out TChoice choice) && Enum.IsDefined(choice) ? choice : throw Missing("text", "one of " + string.Join(", ", Enum.GetNames<TChoice>()));

    public double Number(int position = 0) => position < (spec.Numbers?.Length ?? 0)
        ? spec.Numbers![position]
        : throw Missing(FormattableString.Invariant($"numbers[{position}]"), "a number");

    public int WholeNumber(int position = 0) => Number(position) is var number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
        ? (int)number
        : throw Missing(FormattableString.Invariant($"numbers[{position}]"), "a whole number");

    public LevelCondition[] Conditions() => spec.Of is { Length: > 0 } of
        ? [.. of.Select((condition, i) => ConditionKinds.Make(condition, options, FormattableString.Invariant($"{path}.of[{i}]")))]
        : throw Missing("of", "at least one condition");

    private MatchModelFileException Missing(string field, string what) =>
        new(MatchModelFileException.Unreadable, $"{path}.{field}", $"the condition '{spec.Kind}' needs {what} here. Add it, or save the model again");
}

namespace CustomerInsight.Matching;

/// <summary>Makes conditions of what a model file says of them: one entry a kind.</summary>
internal static class ConditionKinds
{
    private static readonly Dictionary<string, Func<ConditionReader, LevelCondition>> Kinds = new(StringComparer.Ordinal)
    {
        [SameCondition.Kind] = static spec => Condition.Same(spec.Attribute(), spec.Part()),
        [SimilarCondition.Kind] = static spec => Condition.Similar(spec.Attribute(), spec.Comparator(), spec.Number(), spec.Part()),
        [EditsCondition.Kind] = static spec => Condition.EditsWithin(spec.Attribute(), spec.WholeNumber(), spec.Part(), spec.OneOf<EditKind>()),
        [DaysCondition.Kind] = static spec => Condition.DaysWithin(spec.Attribute(), spec.WholeNumber(), spec.DatePart()),
        [DaySwapCondition.Kind] = static spec => Condition.DayAndMonthSwapped(spec.Attribute()),
        [CrossedCondition.Kind] = static spec => Condition.Crossed(spec.Attribute(0), spec.Attribute(1)),
        [MissingCondition.Kind] = static spec => Condition.Missing(spec.Attribute(), spec.Part()),
        [PinyinCondition.Kind] = static spec => Condition.SamePinyin(spec.Attribute(), spec.Part()),
        [NicknameCondition.Kind] = static spec => Condition.NicknameOf(spec.Attribute(), spec.Nicknames()),
        [InitialCondition.Kind] = static spec => Condition.InitialOf(spec.Attribute()),
        [SharedWordCondition.Kind] = static spec => Condition.SharesWord(spec.Attribute()),
        [CrossedAlikeCondition.Kind] = static spec => Condition.Crossed(spec.Attribute(0), spec.Attribute(1), spec.Comparator(), spec.Number()),
        [DifferenceCondition.Kind] = static spec => Condition.DifferenceWithin(spec.Attribute(), spec.Number()),
        [DifferenceCondition.RelativeKind] = static spec => Condition.RelativeDifferenceWithin(spec.Attribute(), spec.Number()),
        [KilometresCondition.Kind] = static spec => Condition.KilometresWithin(spec.Attribute(), spec.Number()),
        [KilometresCondition.OfTwoKind] = static spec => Condition.KilometresWithin(spec.Attribute(0), spec.Attribute(1), spec.Number()),
        [SharedValuesCondition.Kind] = static spec => Condition.SharedValues(spec.Attribute(), spec.WholeNumber(), spec.Part()),
        [ValueSetsCondition.Kind] = static spec => Condition.ValueSets(spec.Attribute(), spec.Number(), spec.OneOf<SetSimilarity>(), spec.Part()),
        [BeginningCondition.Kind] = static spec => Condition.Beginning(spec.Attribute(), spec.WholeNumber(), spec.Part()),
        [AllCondition.Kind] = static spec => Condition.All(spec.Conditions()),
        [AnyCondition.Kind] = static spec => Condition.Any(spec.Conditions()),
        [NotCondition.Kind] = static spec => Condition.Not(spec.Conditions()[0]),
    };

    /// <summary>Makes the condition.</summary>
    /// <param name="spec">What the file says of it.</param>
    /// <param name="options">The host's own comparators and parts.</param>
    /// <param name="path">Where in the file it stands, for errors.</param>
    /// <exception cref="MatchModelFileException">The condition is of no known kind, lacks something, or holds an impossible value.</exception>
    public static LevelCondition Make(ConditionSpec? spec, MatchModelLoadOptions options, string path)
    {
        if (spec?.Kind is null || !Kinds.TryGetValue(spec.Kind, out Func<ConditionReader, LevelCondition>? make))
        {
            throw new MatchModelFileException(MatchModelFileException.ImpossibleValues, path, $"the condition kind '{spec?.Kind}' is not known; known are {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}. Mend the name, or load the file with the version of the library that wrote it");
        }

        try
        {
            return make(new ConditionReader(spec, options, path));
        }
        catch (ArgumentException exception)
        {
            throw new MatchModelFileException(MatchModelFileException.ImpossibleValues, path, $"the condition '{spec.Kind}' cannot be made: {exception.Message}", exception);
        }
    }
}

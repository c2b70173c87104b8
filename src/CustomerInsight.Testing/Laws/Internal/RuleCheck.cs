namespace CustomerInsight.Testing;

/// <summary>What a survivorship rule must do with one list of contenders.</summary>
internal static class RuleCheck
{
    public static void Contenders(ISurvivorshipRule rule, Contender[] contenders, int number)
    {
        string where = $"made-up case {number} of {contenders.Length} contenders";
        int chosen = Choose(rule, contenders, where);
        if (chosen < 0 || chosen >= contenders.Length)
        {
            throw new LawViolationException(LawViolationException.Contract, $"Survivorship rule '{rule.Name}' chooses position {chosen} in {where}. Choose one from 0 to {contenders.Length - 1}.");
        }

        if (Choose(rule, contenders, where) != chosen)
        {
            throw new LawViolationException("L17", $"Survivorship rule '{rule.Name}' chooses another at the second call in {where}. Use no clock, randomness or state.");
        }

        if (OtherCulture.Run(() => Choose(rule, contenders, where)) != chosen)
        {
            throw new LawViolationException("L17", $"Survivorship rule '{rule.Name}' chooses another under the culture {OtherCulture.Name} in {where}. Use invariant or ordinal operations.");
        }
    }

    public static void Twins(ISurvivorshipRule rule, Contender[] twins, int number)
    {
        string where = $"made-up case {number} of {twins.Length} contenders that differ only in their key";
        int chosen = Choose(rule, twins, where);
        if (chosen != 0)
        {
            throw new LawViolationException(LawViolationException.Contract, $"Survivorship rule '{rule.Name}' chooses position {chosen} in {where}. Take the earlier of those that the rule cannot tell apart.");
        }
    }

    private static int Choose(ISurvivorshipRule rule, Contender[] contenders, string where)
    {
        try
        {
            return rule.Choose(contenders);
        }
        catch (Exception exception)
        {
            throw new LawViolationException(LawViolationException.Contract, $"Survivorship rule '{rule.Name}' throws {exception.GetType().Name} in {where}. A rule has to choose among any contenders.", exception);
        }
    }
}

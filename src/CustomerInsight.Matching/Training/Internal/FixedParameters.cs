namespace CustomerInsight.Matching;

/// <summary>The numbers of a design's levels that training must not change.</summary>
internal sealed class FixedParameters
{
    private readonly double?[][] _m;
    private readonly double?[][] _u;

    /// <summary>Finds the levels that the settings name.</summary>
    /// <exception cref="ArgumentException">A comparison or level is not there, or the fixed numbers of a comparison leave nothing for its other levels.</exception>
    public FixedParameters(MatchDesign design, ValueList<FixedParameter> parameters)
    {
        _m = [.. design.Comparisons.Select(static comparison => new double?[comparison.Levels.Count + 1])];
        _u = [.. design.Comparisons.Select(static comparison => new double?[comparison.Levels.Count + 1])];
        foreach (FixedParameter parameter in parameters)
        {
            int comparison = design.Comparisons.Select(static comparison => comparison.Name).ToList().IndexOf(parameter.Comparison);
            int level = comparison < 0 ? -1 : Enumerable.Range(0, _m[comparison].Length).Select(design.Comparisons[comparison].LevelName).ToList().IndexOf(parameter.Level);
            if (level < 0)
            {
                throw new ArgumentException($"{nameof(TrainingSettings)}.{nameof(TrainingSettings.Fixed)} names the level '{parameter.Level}' of the comparison '{parameter.Comparison}', which the design does not have. Mend the names, or take it out.");
            }

            _m[comparison][level] = parameter.M ?? _m[comparison][level];
            _u[comparison][level] = parameter.U ?? _u[comparison][level];
        }

        for (int i = 0; i < _m.Length; i++)
        {
            Check(design.Comparisons[i].Name, _m[i], "m");
            Check(design.Comparisons[i].Name, _u[i], "u");
        }
    }

    public bool IsFixedM(int comparison, int level) => _m[comparison][level] is not null;

    public bool IsFixedU(int comparison, int level) => _u[comparison][level] is not null;

    /// <summary>Puts the fixed m of a comparison in place; the others share the rest.</summary>
    public double[] FixM(int comparison, double[] m) => Fix(_m[comparison], m);

    /// <summary>Puts the fixed u of a comparison in place; the others share the rest.</summary>
    public double[] FixU(int comparison, double[] u) => Fix(_u[comparison], u);

    private static double[] Fix(double?[] known, double[] learned)
    {
        double left = 1 - known.Sum(static level => level ?? 0);
        double others = learned.Where((_, level) => known[level] is null).Sum();
        return left == 1 ? learned : [.. learned.Select((value, level) => known[level] ?? (others > 0 ? value / others * left : left / known.Count(static level => level is null)))];
    }

    private static void Check(string comparison, double?[] known, string what)
    {
        double sum = known.Sum(static level => level ?? 0);
        if (known.Contains(null) ? sum >= 1 : Math.Abs(sum - 1) > 1e-6)
        {
            throw new ArgumentException(FormattableString.Invariant($"{nameof(TrainingSettings)}.{nameof(TrainingSettings.Fixed)} gives the levels of '{comparison}' an {what} of {sum} in all; together with the other levels they must add up to 1."));
        }
    }
}

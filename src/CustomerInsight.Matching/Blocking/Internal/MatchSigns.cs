namespace CustomerInsight.Matching;

/// <summary>In which parts probable matches agree: for each match, per attribute, one of a few outcomes.</summary>
internal sealed class MatchSigns
{
    private const int MostParts = 128;

    private MatchSigns(int[] anchors, double[] weights, bool[] found, int[][] outcomes, UInt128[][] agreements, UInt128[] rules, double[] kept)
    {
        Anchors = anchors;
        Weights = weights;
        Found = found;
        Outcomes = outcomes;
        Agreements = agreements;
        Rules = rules;
        Kept = kept;
    }

    public int Count => Anchors.Length;

    /// <summary>The anchor of each match.</summary>
    public int[] Anchors { get; }

    /// <summary>How probable each is.</summary>
    public double[] Weights { get; }

    /// <summary>Whether the rules in use find each.</summary>
    public bool[] Found { get; }

    /// <summary>The outcome of each match (first index) for each attribute.</summary>
    public int[][] Outcomes { get; }

    /// <summary>For each attribute and outcome the parts that agree.</summary>
    public UInt128[][] Agreements { get; }

    /// <summary>The parts that each rule of the survey needs.</summary>
    public UInt128[] Rules { get; }

    /// <summary>How often a rule finds a match whose parts agree: less than always where blocks are over the limit.</summary>
    public double[] Kept { get; }

    public static MatchSigns Of(SightedPairs sighted, RuleSurvey survey, MatchNodes nodes, IReadOnlyCollection<int> chosen, double leastProbability)
    {
        var groups = new List<(string Attribute, List<Func<int, int, int, bool>> Agree, List<Func<int, bool>> Missing)>();
        var partNumber = new Dictionary<object, (int Group, int Bit)>();
        var bitCount = 0;
        var ruleParts = new List<object>[sighted.Rules.Length];
        for (int rule = 0; rule < sighted.Rules.Length; rule++)
        {
            ruleParts[rule] = [.. sighted.Rules[rule].Rule is BlockingRule known ? known.Parts.Cast<object>() : [rule]];
            foreach (object part in ruleParts[rule])
            {
                if (bitCount < MostParts && !partNumber.ContainsKey(part))
                {
                    partNumber.Add(part, (Group(groups, part, survey, sighted), bitCount++));
                }
            }
        }

        int[] matches = [.. Enumerable.Range(0, sighted.Pairs.Count).Where(pair => sighted.Probabilities[pair] >= leastProbability)];
        int[][] outcomes = [.. matches.Select(_ => new int[groups.Count])];
        var agreements = new List<UInt128>[groups.Count];
        UInt128[] agree = new UInt128[matches.Length];
        for (int group = 0; group < groups.Count; group++)
        {
            KeyValuePair<object, (int Group, int Bit)>[] parts = [.. partNumber.Where(part => part.Value.Group == group).OrderBy(static part => part.Value.Bit)];
            var numbers = new Dictionary<(UInt128, bool), int>();
            agreements[group] = [];
            for (int i = 0; i < matches.Length; i++)
            {
                (int anchor, int node) = sighted.Pairs[matches[i]];
                int left = nodes.Representative(survey.Anchors[anchor]);
                int right = nodes.Representative(node);
                UInt128 own = 0;
                for (int part = 0; part < parts.Length; part++)
                {
                    own |= groups[group].Agree[part](matches[i], left, right) ? UInt128.One << parts[part].Value.Bit : 0;
                }

                bool missing = own == 0 && groups[group].Missing.Any(isMissing => isMissing(left) || isMissing(right));
                if (!numbers.TryGetValue((own, missing), out outcomes[i][group]))
                {
                    outcomes[i][group] = numbers.Count;
                    numbers.Add((own, missing), numbers.Count);
                    agreements[group].Add(own);
                }

                agree[i] |= own;
            }
        }

        // A rule with a part beyond the number that is kept counts as never fulfilled.
        UInt128[] rules = [.. ruleParts.Select(parts => parts.All(partNumber.ContainsKey) ? parts.Aggregate((UInt128)0, (mask, part) => mask | (UInt128.One << partNumber[part].Bit)) : UInt128.Zero)];
        double[] weights = [.. matches.Select(pair => sighted.Probabilities[pair])];
        double[] kept = new double[rules.Length];
        for (int rule = 0; rule < rules.Length; rule++)
        {
            double agreeing = 0;
            double found = 0;
            for (int i = 0; i < matches.Length; i++)
            {
                if (rules[rule] != 0 && (agree[i] & rules[rule]) == rules[rule])
                {
                    agreeing += weights[i];
                    found += sighted.IsFoundBy(matches[i], rule) ? weights[i] : 0;
                }
            }

            kept[rule] = agreeing > 0 ? found / agreeing : 0;
        }

        // Of rules that find less than another with fewer parts nothing is lost.
        int[] needed = [.. Enumerable.Range(0, rules.Length).Where(rule => rules[rule] != 0 && kept[rule] > 0 && !Enumerable.Range(0, rules.Length).Any(wider =>
            rules[wider] != 0 && rules[wider] != rules[rule] && (rules[wider] & rules[rule]) == rules[wider] && kept[wider] >= kept[rule]))];
        return new MatchSigns(
            [.. matches.Select(pair => sighted.Pairs[pair].Anchor)],
            weights,
            [.. matches.Select(pair => chosen.Any(rule => sighted.IsFoundBy(pair, rule)))],
            outcomes,
            [.. agreements.Select(static list => list.ToArray())],
            [.. needed.Select(rule => rules[rule])],
            [.. needed.Select(rule => kept[rule])]);
    }

    /// <summary>The group of parts that hang together: those of one attribute. A rule that is not made of parts is a group of its own.</summary>
    private static int Group(List<(string Attribute, List<Func<int, int, int, bool>> Agree, List<Func<int, bool>> Missing)> groups, object part, RuleSurvey survey, SightedPairs sighted)
    {
        string name = part is BlockingPart own ? "attribute " + own.Attribute : "rule " + part;
        int group = groups.FindIndex(known => known.Attribute == name);
        if (group < 0)
        {
            group = groups.Count;
            groups.Add((name, [], []));
        }

        if (part is BlockingPart read)
        {
            PartHashes hashes = survey.Hashes(read);
            groups[group].Agree.Add((_, left, right) => hashes.Share(left, right));
            groups[group].Missing.Add(hashes.IsMissing);
        }
        else
        {
            groups[group].Agree.Add((pair, _, _) => sighted.IsFoundBy(pair, (int)part));
        }

        return group;
    }
}

namespace CustomerInsight.Matching;

/// <summary>Estimates how many matches no rule of a survey finds, by latent classes fitted to those that are found.</summary>
/// <remarks>
/// Within a class the attributes are independent. Matches that no rule finds are missing data: drawn from the classes, those that some rule
/// would find thrown away (EM for a truncated sample; Dempster, Laird, Rubin, JRSS B 39, 1977, section 4.2).
/// </remarks>
internal sealed class RecallEstimator
{
    private const int FewestMatches = 30;
    private const int MatchesPerClass = 60;
    private const int MostClasses = 3;
    private const int Rounds = 60;
    private const int RoundsAgain = 12;
    private const int Draws = 1500;
    private const double Smoothing = 1;

    private readonly MatchSigns _signs;
    private readonly double[] _uniforms;
    private readonly int _attributes;

    private RecallEstimator(MatchSigns signs, ulong seed)
    {
        _signs = signs;
        _attributes = signs.Agreements.Length;
        var random = new SeededRandom(seed);
        _uniforms = new double[Draws * (_attributes + 1)];
        for (int i = 0; i < _uniforms.Length; i++)
        {
            _uniforms[i] = random.NextDouble();
        }
    }

    /// <summary>Estimates, or gives null where too few matches are known.</summary>
    public static BlockingRecall? Estimate(MatchSigns signs, ulong seed, ParallelOptions parallel)
    {
        if (signs.Count < FewestMatches)
        {
            return null;
        }

        var estimator = new RecallEstimator(signs, seed);
        double[] once = [.. Enumerable.Repeat(1.0, signs.Count)];
        Classes classes = estimator.Start(Math.Clamp(signs.Count / MatchesPerClass, 1, MostClasses));
        double share = estimator.Fit(classes, once, Rounds, parallel.CancellationToken);
        int anchors = signs.Anchors.Max() + 1;
        double spread = Resampling.Spread(
            seed,
            random =>
            {
                // Records are drawn again, with all their matches: those of one record are not independent.
                int[] times = new int[anchors];
                for (int draw = 0; draw < anchors; draw++)
                {
                    times[random.Next(anchors)]++;
                }

                return times;
            },
            times => estimator.Fit(classes.Copy(), [.. signs.Anchors.Select(anchor => (double)times[anchor])], RoundsAgain, parallel.CancellationToken),
            parallel);
        return Resampling.Around(share, spread, signs.Count);
    }

    /// <summary>Classes that begin at what was seen, the first cleaner, the last more faulty than the average.</summary>
    private Classes Start(int count)
    {
        var classes = new Classes(count, [.. _signs.Agreements.Select(static outcomes => outcomes.Length)]);
        double[][] mean = [.. _signs.Agreements.Select(static outcomes => new double[outcomes.Length])];
        for (int i = 0; i < _signs.Count; i++)
        {
            for (int a = 0; a < _attributes; a++)
            {
                mean[a][_signs.Outcomes[i][a]] += _signs.Weights[i];
            }
        }

        for (int c = 0; c < count; c++)
        {
            for (int a = 0; a < _attributes; a++)
            {
                for (int o = 0; o < mean[a].Length; o++)
                {
                    bool agrees = _signs.Agreements[a][o] != 0;
                    classes.Outcomes[c][a][o] = (mean[a][o] + Smoothing) * (agrees == (c < (count + 1) / 2) ? 1.5 : 0.5 + (0.3 * c));
                }

                Normalize(classes.Outcomes[c][a]);
            }
        }

        return classes;
    }

    /// <summary>Fits the classes; gives the share of all matches that the rules in use find.</summary>
    private double Fit(Classes classes, double[] times, int rounds, CancellationToken cancellationToken)
    {
        double seen = 0;
        double found = 0;
        for (int i = 0; i < _signs.Count; i++)
        {
            double weight = times[i] * _signs.Weights[i];
            seen += weight;
            found += _signs.Found[i] ? weight : 0;
        }

        double reach = 1;
        for (int round = 0; round < rounds && seen > 0; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reach = Step(classes, times, seen);
        }

        return seen > 0 ? found / seen * reach : 0;
    }

    /// <summary>One round; gives the share of all matches that any rule of the survey finds.</summary>
    private double Step(Classes classes, double[] times, double seen)
    {
        var sums = new Classes(classes.Count, classes.Sizes);
        double[] share = new double[classes.Count];
        double[] responsibility = new double[classes.Count];
        for (int i = 0; i < _signs.Count; i++)
        {
            double weight = times[i] * _signs.Weights[i];
            if (weight == 0)
            {
                continue;
            }

            double total = 0;
            for (int c = 0; c < classes.Count; c++)
            {
                double likelihood = classes.Shares[c];
                for (int a = 0; a < _attributes; a++)
                {
                    likelihood *= classes.Outcomes[c][a][_signs.Outcomes[i][a]];
                }

                total += responsibility[c] = likelihood;
            }

            for (int c = 0; c < classes.Count; c++)
            {
                double part = weight * responsibility[c] / total;
                share[c] += part;
                for (int a = 0; a < _attributes; a++)
                {
                    sums.Outcomes[c][a][_signs.Outcomes[i][a]] += part;
                }
            }
        }

        double missed = 0;
        double[] missedOf = new double[classes.Count];
        Classes drawn = new(classes.Count, classes.Sizes);
        for (int c = 0; c < classes.Count; c++)
        {
            missedOf[c] = Miss(classes.Outcomes[c], drawn.Outcomes[c]);
            missed += classes.Shares[c] * missedOf[c];
        }

        missed = Math.Min(missed, 0.95);
        double all = seen / (1 - missed);
        for (int c = 0; c < classes.Count; c++)
        {
            double unseen = all * classes.Shares[c];
            share[c] += unseen * missedOf[c];
            for (int a = 0; a < _attributes; a++)
            {
                for (int o = 0; o < classes.Sizes[a]; o++)
                {
                    // A little of what is usual in all classes, so that nothing becomes impossible.
                    classes.Outcomes[c][a][o] = sums.Outcomes[c][a][o] + (unseen * drawn.Outcomes[c][a][o]) + (Smoothing / classes.Sizes[a]);
                }

                Normalize(classes.Outcomes[c][a]);
            }
        }

        Normalize(share);
        share.CopyTo(classes.Shares, 0);
        return 1 - missed;
    }

    /// <summary>Draws matches of a class; gives the share that no rule finds, and adds up their outcomes.</summary>
    private double Miss(double[][] outcomes, double[][] sums)
    {
        int missed = 0;
        Span<int> drawn = _attributes <= 64 ? stackalloc int[_attributes] : new int[_attributes];
        for (int draw = 0; draw < Draws; draw++)
        {
            UInt128 agree = 0;
            int first = draw * (_attributes + 1);
            for (int a = 0; a < _attributes; a++)
            {
                double uniform = _uniforms[first + a];
                int o = 0;
                while (o < outcomes[a].Length - 1 && (uniform -= outcomes[a][o]) >= 0)
                {
                    o++;
                }

                drawn[a] = o;
                agree |= _signs.Agreements[a][o];
            }

            if (!IsFound(agree, _uniforms[first + _attributes]))
            {
                missed++;
                for (int a = 0; a < _attributes; a++)
                {
                    sums[a][drawn[a]] += 1.0 / Draws;
                }
            }
        }

        return (double)missed / Draws;
    }

    private bool IsFound(UInt128 agree, double uniform)
    {
        for (int rule = 0; rule < _signs.Rules.Length; rule++)
        {
            UInt128 needed = _signs.Rules[rule];
            if ((agree & needed) == needed && uniform < _signs.Kept[rule])
            {
                return true;
            }
        }

        return false;
    }

    private static void Normalize(double[] values)
    {
        double sum = values.Sum();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }

    private sealed class Classes(int count, int[] sizes)
    {
        public int Count => count;

        public int[] Sizes => sizes;

        public double[] Shares { get; } = [.. Enumerable.Repeat(1.0 / count, count)];

        public double[][][] Outcomes { get; } = [.. Enumerable.Range(0, count).Select(_ => sizes.Select(static size => new double[size]).ToArray())];

        public Classes Copy()
        {
            var copy = new Classes(count, sizes);
            Shares.CopyTo(copy.Shares, 0);
            for (int c = 0; c < count; c++)
            {
                for (int a = 0; a < sizes.Length; a++)
                {
                    Outcomes[c][a].CopyTo(copy.Outcomes[c][a], 0);
                }
            }

            return copy;
        }
    }
}

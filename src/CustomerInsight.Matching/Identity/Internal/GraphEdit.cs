namespace CustomerInsight.Matching;

/// <summary>A change of the graph in the making: made, looked at, and then either committed or undone, so that a preview is the very same thing.</summary>
/// <remarks>Which contents there are, what links them and who says them changes at once, the profiles not before it is kept: a search that comes by meanwhile may see the one and not yet the other.</remarks>
internal sealed class GraphEdit(double linkWeight)
{
    private readonly Stack<Action> _undo = [];
    private readonly List<LiveContent> _seeds = [];
    private readonly HashSet<LiveProfile> _touched = [];

    /// <summary>What the ledger is to hold of it.</summary>
    public List<LedgerEntry> Entries { get; } = [];

    /// <summary>The contents that nobody says any more, with how many kept pairs they had.</summary>
    public List<(LiveContent Content, int Links)> Dropped { get; } = [];

    /// <summary>The profiles that records were taken out of.</summary>
    public IReadOnlyCollection<LiveProfile> Touched => _touched;

    /// <summary>Gives a record a content, and so takes it out of the one it had.</summary>
    /// <param name="record">The record.</param>
    /// <param name="content">The content that it has now.</param>
    /// <param name="links">The kept pairs of a content that nobody said before; null for one that is there.</param>
    public void Put(LiveRecord record, LiveContent content, IReadOnlyList<KeptLink>? links)
    {
        if (ReferenceEquals(record.Content, content))
        {
            return;
        }

        TakeOut(record);
        if (links is not null)
        {
            // What the record itself said before, and nobody else, is gone by now.
            Add(content, [.. links.Where(static link => link.Other.Count > 0)]);
        }

        record.Content = content;
        content.Add(record);
        _undo.Push(() =>
        {
            content.Remove(record);
            record.Content = null;
        });
        Seed(content);
        SeedAcross(record);
    }

    /// <summary>Takes a record out of the graph: it was deleted.</summary>
    public void Delete(LiveRecord record)
    {
        TakeOut(record);
        SeedAcross(record);
    }

    /// <summary>Adds an assertion; both of its sides are looked at.</summary>
    public void Assert(LiveAssertion assertion)
    {
        assertion.Bind();
        _undo.Push(assertion.Unbind);
        Seed(assertion);
    }

    /// <summary>Takes an assertion back; what it held together may part.</summary>
    public void Retract(LiveAssertion assertion)
    {
        Seed(assertion);
        assertion.Unbind();
        _undo.Push(assertion.Bind);
    }

    /// <summary>Changes nothing, but looks at what hangs together with a content.</summary>
    public void Look(LiveContent content) => Seed(content);

    /// <summary>Makes it stay: it was written.</summary>
    public void Keep() => _undo.Clear();

    public void Undo()
    {
        while (_undo.TryPop(out Action? action))
        {
            action();
        }
    }

    /// <summary>All that the change can have a bearing on: whatever hangs together with what was touched, by accepted pairs, by "same" or in one profile.</summary>
    public List<LiveContent> Region(int visit)
    {
        var region = new List<LiveContent>();
        foreach (LiveContent seed in _seeds)
        {
            Visit(seed);
        }

        foreach (LiveProfile profile in _touched)
        {
            VisitProfile(profile);
        }

        for (int next = 0; next < region.Count; next++)
        {
            LiveContent content = region[next];
            foreach (KeptLink link in content.Links)
            {
                if (link.IsAccepted(linkWeight))
                {
                    Visit(link.Other);
                }
            }

            VisitRecords(content);
        }

        return region;

        void Visit(LiveContent content)
        {
            if (content.Visit != visit && content.Count > 0)
            {
                content.Visit = visit;
                region.Add(content);
            }
        }

        void VisitProfile(LiveProfile profile)
        {
            foreach (LiveRecord record in profile.Records)
            {
                if (record.Content is { } content)
                {
                    Visit(content);
                }
            }
        }

        void VisitRecords(LiveContent content)
        {
            LiveProfile? last = null;
            for (int i = 0; i < content.Count; i++)
            {
                LiveRecord record = content[i];
                if (record.Profile is { } profile && !ReferenceEquals(profile, last))
                {
                    last = profile;
                    VisitProfile(profile);
                }

                foreach (LiveAssertion assertion in record.Assertions ?? [])
                {
                    foreach (LiveRecord across in assertion.Kind == AssertionKind.Same ? assertion.Across(record) : [])
                    {
                        if (across.Content is { } other)
                        {
                            Visit(other);
                        }
                    }
                }
            }
        }
    }

    private void Add(LiveContent content, KeptLink[] links)
    {
        content.Links = links;
        foreach (KeptLink link in links)
        {
            link.Other.Link(link with { Other = content });
            _undo.Push(() => link.Other.Unlink(content));
        }

        if (links.Length > 0)
        {
            Entries.Add(new PairsKept(content.Number, ValueList.From(links.Select(static link => new KeptPair(link.Other.Number, link.Weight, link.Rule, link.MatchRule)))));
        }
    }

    private void TakeOut(LiveRecord record)
    {
        if (record.Profile is { } profile)
        {
            _touched.Add(profile);
        }

        if (record.Content is not { } content)
        {
            return;
        }

        content.Remove(record);
        record.Content = null;
        _undo.Push(() =>
        {
            content.Add(record);
            record.Content = content;
        });
        Seed(content);
        if (content.Count == 0)
        {
            Drop(content);
        }
    }

    /// <summary>Takes out a content that nobody says any more; what hung together by it is looked at.</summary>
    private void Drop(LiveContent content)
    {
        KeptLink[] links = content.Links;
        foreach (KeptLink link in links)
        {
            Seed(link.Other);
            link.Other.Unlink(content);
        }

        content.Links = [];
        _undo.Push(() =>
        {
            content.Links = links;
            foreach (KeptLink link in links)
            {
                link.Other.Link(link with { Other = content });
            }
        });
        Dropped.Add((content, links.Length));
    }

    private void Seed(LiveContent content) => _seeds.Add(content);

    private void Seed(LiveAssertion assertion)
    {
        foreach (LiveRecord record in assertion.Left.Concat(assertion.Right))
        {
            Seed(record);
        }
    }

    private void Seed(LiveRecord record)
    {
        if (record.Content is { } content)
        {
            Seed(content);
        }
    }

    private void SeedAcross(LiveRecord record)
    {
        foreach (LiveAssertion assertion in record.Assertions ?? [])
        {
            foreach (LiveRecord across in assertion.Across(record))
            {
                Seed(across);
            }
        }
    }
}

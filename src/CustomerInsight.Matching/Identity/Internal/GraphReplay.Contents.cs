namespace CustomerInsight.Matching;

/// <content>Contents and their kept pairs.</content>
internal sealed partial class GraphReplay
{
    private LiveContent Content(int number)
    {
        while (_contents.Contents.Count <= number)
        {
            var added = new LiveContent(_contents.Contents.Count);
            _contents.Contents.Add(added);
            _unread.Add(added);
            State.Counts.Contents++;
        }

        return _contents.Contents[number] ?? throw Unknown("content", number);
    }

    private void TakeOut(LiveRecord record)
    {
        if (record.Content is not { } content)
        {
            return;
        }

        content.Remove(record);
        record.Content = null;
        if (content.Count > 0)
        {
            return;
        }

        foreach (KeptLink link in content.Links)
        {
            link.Other.Unlink(content);
        }

        State.Counts.KeptPairs -= content.Links.Length;
        State.Counts.Contents--;
        if (content.Said is null)
        {
            _contents.Contents[content.Number] = null;
        }
        else
        {
            PairFinder finder = Generation!.Model.Rent();
            _contents.Remove(content, finder.Keys(content.Said));
            Generation.Model.Return(finder);
        }
    }

    private void Keep(PairsKept kept)
    {
        LiveContent content = Content(kept.Content);
        content.Links = [.. content.Links, .. kept.Pairs.Select(pair => new KeptLink(Content(pair.Content), pair.Weight, (short)pair.Rule, (short)pair.MatchRule))];
        foreach (KeptPair pair in kept.Pairs)
        {
            Content(pair.Content).Link(new KeptLink(content, pair.Weight, (short)pair.Rule, (short)pair.MatchRule));
        }

        State.Counts.KeptPairs += kept.Pairs.Count;
    }

    private void Assign(ContentsAssigned assigned)
    {
        for (int i = 0; i < assigned.Records.Count; i++)
        {
            LiveRecord record = Record(assigned.Records[i]);
            LiveContent content = Content(assigned.Contents[i]);
            State.Counts.Records++;
            if (State.Waiting.Remove(record, out SourceRecord? version))
            {
                record.Current = version;
            }

            content.Add(record);
            record.Content = content;
        }
    }
}

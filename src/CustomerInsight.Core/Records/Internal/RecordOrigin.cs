namespace CustomerInsight;

/// <summary>What the records of one source have in common, held once and not by each of them.</summary>
internal sealed class RecordOrigin(RecordSchema schema, string source, string tenant, EntityKind kind)
{
    // The one asked for last: nearly always the one asked for next. Threads may overwrite each other's.
    private RecordOrigin? _next;

    public RecordSchema Schema => schema;

    public string Source => source;

    public string Tenant => tenant;

    public EntityKind Kind => kind;

    /// <summary>Gives the origin that differs as stated; the same object while the same is asked for.</summary>
    public RecordOrigin With(string otherSource, string otherTenant, EntityKind otherKind)
    {
        if (Is(otherSource, otherTenant, otherKind))
        {
            return this;
        }

        RecordOrigin? next = _next;
        return next is not null && next.Is(otherSource, otherTenant, otherKind) ? next : _next = new RecordOrigin(schema, otherSource, otherTenant, otherKind);
    }

    private bool Is(string otherSource, string otherTenant, EntityKind otherKind) => source == otherSource && tenant == otherTenant && kind == otherKind;
}

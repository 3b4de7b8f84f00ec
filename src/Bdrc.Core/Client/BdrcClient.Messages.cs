using Bdrc.Core.Operations;
using Bdrc.Core.Operations.Messages;

namespace Bdrc.Core.Client;

/// <content>Messages.</content>
public sealed partial class BdrcClient
{
    /// <summary>ListMessages: messages without their bodies, page by page.</summary>
    /// <param name="query">The filters.</param>
    public PageReader<BdrcMessage> ListMessages(MessageQuery query) => Pages<BdrcMessage>(query.ToRequest);

    /// <summary>GetMessage: one message with its body.</summary>
    /// <param name="messageId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BdrcMessage> GetMessageAsync(string messageId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.GetMessage).Add("MessageId", messageId);
        return (await CallAsync<BdrcMessage>(request, cancellationToken).ConfigureAwait(false)).Data;
    }
}

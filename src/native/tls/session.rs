//! One end of a connection.

use std::io::{Read, Write};
use std::sync::Arc;

use rustls::client::ResolvesClientCert;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{
    CryptoProvider, WebPkiSupportedAlgorithms, ring, verify_tls12_signature, verify_tls13_signature,
};
use rustls::pki_types::{
    CertificateDer, IpAddr, Ipv4Addr, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName, UnixTime,
};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{Accepted, Acceptor, ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::{
    CipherSuite, ClientConfig, ClientConnection, Connection, DigitallySignedStruct, DistinguishedName, Error,
    HandshakeKind, ServerConfig, SignatureScheme, SupportedProtocolVersion, version,
};

use super::errors;
use super::wire::{Reader, Writer};

/// Plain text that is not taken is kept up to this; who sends more waits.
const READ_SIZE: usize = 16 << 10;

/// One end of a connection.
pub(super) struct Session {
    step: Step,
    /// What the peer has sent, from `taken` on not taken yet.
    plain: Vec<u8>,
    taken: usize,
    /// What a client has said first, as it came.
    heard: Vec<u8>,
    /// An alert that is to go out though there is no connection.
    alert: Vec<u8>,
    closed: bool,
    frame: Frame,
}

/// Where in a record a stream of bytes is.
#[derive(Default)]
struct Frame {
    /// How much of the header there is, and what it says of the length.
    header: usize,
    left: usize,
}

impl Frame {
    const HEADER: usize = 5;
    /// The two last bytes of the header.
    const LENGTH_AT: usize = 3;

    fn pass(&mut self, mut data: &[u8]) {
        while let [byte, rest @ ..] = data {
            if self.header < Frame::HEADER {
                if self.header >= Frame::LENGTH_AT {
                    self.left = self.left << 8 | usize::from(*byte);
                }
                self.header += 1;
                data = rest;
            } else {
                let n = self.left.min(data.len());
                self.left -= n;
                data = &data[n..];
            }
            if self.header == Frame::HEADER && self.left == 0 {
                *self = Frame::default();
            }
        }
    }

    fn is_inside(&self) -> bool {
        self.header > 0
    }
}

enum Step {
    /// A server waits for the first message.
    Waiting(Box<Acceptor>),
    /// It has come.
    Hello(Box<Accepted>),
    Open(Box<Connection>),
    Failed,
}

/// What both ends are told by the program.
struct Options {
    provider: Arc<CryptoProvider>,
    versions: Vec<&'static SupportedProtocolVersion>,
    protocols: Vec<Vec<u8>>,
    identity: Option<Identity>,
}

impl Options {
    /// The lowest and the highest version, cipher suites, protocols of the application, a chain of certificates, the key of
    /// the first, and who has issued them, if they are only for those who know one of those.
    fn read(from: &mut Reader<'_>) -> Result<Options, String> {
        let (min, max) = (from.number(), from.number());
        let mut provider = ring::default_provider();
        provider.cipher_suites.sort_by_key(|suite| place(suite.suite()));
        let suites: Vec<u16> = from.texts().into_iter().map(|suite| Reader(suite).number()).collect();
        if !suites.is_empty() {
            // As in Go, those of version 1.3 are not chosen.
            provider
                .cipher_suites
                .retain(|suite| suite.tls13().is_some() || suites.contains(&u16::from(suite.suite())));
        }
        provider.cipher_suites.retain(|suite| (min..=max).contains(&u16::from(suite.version().version)));
        let versions: Vec<_> = [&version::TLS13, &version::TLS12]
            .into_iter()
            .filter(|v| (min..=max).contains(&u16::from(v.version)))
            .filter(|v| provider.cipher_suites.iter().any(|suite| suite.version().version == v.version))
            .collect();
        if versions.is_empty() {
            return Err("tls: no supported versions satisfy MinVersion and MaxVersion".to_owned());
        }
        let protocols = from.texts().into_iter().map(<[u8]>::to_vec).collect();
        let chain: Vec<CertificateDer<'static>> =
            from.texts().into_iter().map(|der| CertificateDer::from(der.to_vec())).collect();
        let key = from.text();
        let issuers = from.texts().into_iter().map(<[u8]>::to_vec).collect();
        let identity = if chain.is_empty() {
            None
        } else {
            let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.to_vec()));
            let key = provider.key_provider.load_private_key(key);
            let key = key.map_err(|_| "tls: unsupported kind of private key".to_owned())?;
            Some(Identity { key: Arc::new(CertifiedKey::new(chain, key)), issuers })
        };
        Ok(Options { provider: Arc::new(provider), versions, protocols, identity })
    }

    fn any_certificate(&self, required: bool, authorities: Vec<DistinguishedName>) -> Arc<AnyCertificate> {
        let algorithms = self.provider.signature_verification_algorithms;
        Arc::new(AnyCertificate { algorithms, required, authorities })
    }
}

/// The certificates of one end, and their key.
#[derive(Debug)]
struct Identity {
    key: Arc<CertifiedKey>,
    /// A client shows them only to servers that know one of these, if there are some; or that know nobody in particular.
    issuers: Vec<Vec<u8>>,
}

impl ResolvesServerCert for Identity {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.key.clone())
    }
}

impl ResolvesClientCert for Identity {
    fn resolve(&self, known: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        let fits = known.is_empty()
            || self.issuers.is_empty()
            || self.issuers.iter().any(|issuer| known.contains(&&issuer[..]));
        fits.then(|| self.key.clone())
    }

    fn has_certs(&self) -> bool {
        true
    }
}

/// Where a suite stands in the order of Go, which puts the fastest first.
fn place(suite: CipherSuite) -> usize {
    const ORDER: [CipherSuite; 9] = [
        CipherSuite::TLS13_AES_128_GCM_SHA256,
        CipherSuite::TLS13_AES_256_GCM_SHA384,
        CipherSuite::TLS13_CHACHA20_POLY1305_SHA256,
        CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        CipherSuite::TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite::TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        CipherSuite::TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ];
    ORDER.iter().position(|&known| known == suite).unwrap_or(ORDER.len())
}

impl Session {
    fn new(step: Step) -> Session {
        Session {
            step,
            plain: Vec::new(),
            taken: 0,
            heard: Vec::new(),
            alert: Vec::new(),
            closed: false,
            frame: Frame::default(),
        }
    }

    fn open(mut connection: Connection) -> Step {
        connection.set_buffer_limit(None);
        Step::Open(Box::new(connection))
    }

    /// A client, from the options, and the name of the server.
    pub(super) fn client(from: &mut Reader<'_>) -> Result<Session, String> {
        let options = Options::read(from)?;
        let verifier = options.any_certificate(false, Vec::new());
        let name = std::str::from_utf8(from.text()).unwrap_or("").to_owned();
        let config = ClientConfig::builder_with_provider(options.provider)
            .with_protocol_versions(&options.versions)
            .map_err(|error| errors::text(&error))?
            .dangerous()
            .with_custom_certificate_verifier(verifier);
        let mut config = match options.identity {
            Some(identity) => config.with_client_cert_resolver(Arc::new(identity)),
            None => config.with_no_client_auth(),
        };
        config.alpn_protocols = options.protocols;
        // Addresses are not told, nor is no name.
        let name = ServerName::try_from(name)
            .unwrap_or(ServerName::IpAddress(IpAddr::V4(Ipv4Addr::from([0, 0, 0, 0]))));
        let connection = ClientConnection::new(Arc::new(config), name);
        let connection = connection.map_err(|error| errors::text(&error))?;
        Ok(Session::new(Session::open(Connection::Client(connection))))
    }

    /// A server that waits for the first message.
    pub(super) fn server() -> Session {
        Session::new(Step::Waiting(Box::default()))
    }

    /// The server goes on, with the options, whether a certificate is asked for (1) or needed (2), and the names of those whose
    /// certificates are known.
    pub(super) fn accept(&mut self, from: &mut Reader<'_>) -> Result<(), String> {
        let Step::Hello(accepted) = std::mem::replace(&mut self.step, Step::Failed) else {
            return Err(super::GONE.to_owned());
        };
        let options = Options::read(from)?;
        let client = from.number();
        let authorities = from.texts().into_iter().map(|der| DistinguishedName::from(der.to_vec())).collect();
        let verifier = options.any_certificate(client >= 2, authorities);
        let Some(identity) = options.identity else {
            return Err("tls: no certificates configured".to_owned());
        };
        let config = ServerConfig::builder_with_provider(options.provider)
            .with_protocol_versions(&options.versions)
            .map_err(|error| errors::text(&error))?;
        let config = match client {
            0 => config.with_no_client_auth(),
            _ => config.with_client_cert_verifier(verifier),
        };
        let mut config = config.with_cert_resolver(Arc::new(identity));
        config.alpn_protocols = options.protocols;
        config.send_tls13_tickets = 0;
        config.ignore_client_order = true;
        match accepted.into_connection(Arc::new(config)) {
            Ok(connection) => {
                self.step = Session::open(Connection::Server(connection));
                self.advance()
            }
            Err((error, mut alert)) => {
                let _ = alert.write_all(&mut self.alert);
                Err(errors::text(&error))
            }
        }
    }

    /// Takes what has come over the connection.
    pub(super) fn feed(&mut self, mut data: &[u8]) -> Result<(), String> {
        self.frame.pass(data);
        while !data.is_empty() {
            match &mut self.step {
                Step::Waiting(acceptor) => {
                    self.heard.extend(data);
                    // Memory does not fail to be read; a message too long is told below.
                    if acceptor.read_tls(&mut data).is_err() {
                        return Err("tls: oversized record received".to_owned());
                    }
                    match acceptor.accept() {
                        Ok(None) => {}
                        Ok(Some(accepted)) => {
                            self.step = Step::Hello(Box::new(accepted));
                            return Ok(());
                        }
                        Err((error, mut alert)) => {
                            let _ = alert.write_all(&mut self.alert);
                            self.step = Step::Failed;
                            return Err(errors::text(&error));
                        }
                    }
                }
                Step::Open(connection) => {
                    match connection.read_tls(&mut data) {
                        // The peer has said that nothing more comes.
                        Ok(0) => return Ok(()),
                        Ok(_) => {}
                        Err(_) => return Err("tls: oversized record received".to_owned()),
                    }
                    self.advance()?;
                }
                Step::Hello(_) | Step::Failed => return Err(super::GONE.to_owned()),
            }
        }
        Ok(())
    }

    /// Works on what has been read.
    fn advance(&mut self) -> Result<(), String> {
        let Step::Open(connection) = &mut self.step else { return Ok(()) };
        let state = connection.process_new_packets().map_err(|error| errors::text(&error))?;
        self.closed |= state.peer_has_closed();
        let mut left = state.plaintext_bytes_to_read();
        if left > 0 && self.taken == self.plain.len() {
            self.plain.clear();
            self.taken = 0;
        }
        while left > 0 {
            let at = self.plain.len();
            self.plain.resize(at + left.min(READ_SIZE), 0);
            let n = connection.reader().read(&mut self.plain[at..]).unwrap_or(0);
            self.plain.truncate(at + n);
            left = if n == 0 { 0 } else { left - n };
        }
        Ok(())
    }

    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Whether more of a record is to come.
    pub(super) fn is_inside_record(&self) -> bool {
        self.frame.is_inside()
    }

    pub(super) fn waits_to_be_accepted(&self) -> bool {
        matches!(self.step, Step::Hello(_))
    }

    /// Takes what is to go over the connection.
    pub(super) fn output(&mut self) -> Vec<u8> {
        let mut out = std::mem::take(&mut self.alert);
        if let Step::Open(connection) = &mut self.step {
            // Memory does not fail to be written.
            while connection.wants_write() && connection.write_tls(&mut out).is_ok_and(|n| n > 0) {}
        }
        out
    }

    /// Takes plain text that the peer has sent; gives how much.
    pub(super) fn plain(&mut self, room: &mut [u8]) -> usize {
        let there = &self.plain[self.taken..];
        let n = there.len().min(room.len());
        room[..n].copy_from_slice(&there[..n]);
        self.taken += n;
        n
    }

    /// Encrypts plain text for the peer.
    pub(super) fn seal(&mut self, data: &[u8]) -> Result<(), String> {
        let Step::Open(connection) = &mut self.step else { return Err(super::GONE.to_owned()) };
        connection.writer().write_all(data).map_err(|error| format!("tls: {error}"))
    }

    pub(super) fn close_notify(&mut self) {
        if let Step::Open(connection) = &mut self.step {
            connection.send_close_notify();
        }
    }

    /// The first message of a client: the server's name, protocols of the application, cipher suites, signature schemes, versions,
    /// and groups for the exchange of keys.
    pub(super) fn hello(&self, out: &mut Writer) {
        let Step::Hello(accepted) = &self.step else { return };
        let hello = accepted.client_hello();
        out.text(hello.server_name().unwrap_or("").as_bytes());
        out.texts(hello.alpn().into_iter().flatten());
        let suites = hello.cipher_suites().iter();
        let suites = suites.filter(|&&suite| suite != CipherSuite::TLS_EMPTY_RENEGOTIATION_INFO_SCSV);
        out.texts(suites.map(|&suite| u16::from(suite).to_be_bytes()));
        out.texts(hello.signature_schemes().iter().map(|&scheme| u16::from(scheme).to_be_bytes()));
        out.texts(versions(&self.heard).unwrap_or_default().chunks_exact(2));
        out.texts(hello.named_groups().into_iter().flatten().map(|&group| u16::from(group).to_be_bytes()));
    }

    /// Whether the handshake goes on, the version, the cipher suite, whether it was resumed, the group of the exchange of keys, the
    /// protocol of the application, the server's name, the certificates of the peer.
    pub(super) fn state(&self, out: &mut Writer) {
        let Step::Open(connection) = &self.step else { return };
        out.number(u16::from(connection.is_handshaking()));
        out.number(connection.protocol_version().map_or(0, u16::from));
        out.number(connection.negotiated_cipher_suite().map_or(0, |suite| u16::from(suite.suite())));
        out.number(u16::from(connection.handshake_kind() == Some(HandshakeKind::Resumed)));
        let group = connection.negotiated_key_exchange_group();
        out.number(group.map_or(0, |group| u16::from(group.name())));
        out.text(connection.alpn_protocol().unwrap_or_default());
        let name = match &**connection {
            Connection::Server(server) => server.server_name(),
            Connection::Client(_) => None,
        };
        out.text(name.unwrap_or("").as_bytes());
        out.texts(connection.peer_certificates().unwrap_or_default());
    }

    /// A key that both ends can make of the session's.
    pub(super) fn export(
        &self,
        label: &[u8],
        context: Option<&[u8]>,
        length: usize,
    ) -> Result<Vec<u8>, String> {
        let Step::Open(connection) = &self.step else { return Err(super::GONE.to_owned()) };
        let key = vec![0; length];
        connection.export_keying_material(key, label, context).map_err(|error| errors::text(&error))
    }
}

/// The versions that a client's first message lists, each of two bytes: the library does not tell them.
fn versions(message: &[u8]) -> Option<&[u8]> {
    const RECORD_AND_MESSAGE: usize = 5 + 4;
    const LEGACY_VERSION: usize = 2;
    const RANDOM: usize = 32;
    const SUPPORTED_VERSIONS: u16 = 43;

    fn take<'m>(rest: &mut &'m [u8], n: usize) -> Option<&'m [u8]> {
        let (taken, after) = rest.split_at_checked(n)?;
        *rest = after;
        Some(taken)
    }
    /// A part whose length stands before it.
    fn part<'m>(rest: &mut &'m [u8], width: usize) -> Option<&'m [u8]> {
        let length = take(rest, width)?.iter().fold(0, |n, &byte| n << 8 | usize::from(byte));
        take(rest, length)
    }
    let rest = &mut &*message;
    take(rest, RECORD_AND_MESSAGE)?;
    let legacy = take(rest, LEGACY_VERSION)?;
    take(rest, RANDOM)?;
    for width in [1, 2, 1] {
        part(rest, width)?;
    }
    let Some(extensions) = &mut part(rest, 2) else { return Some(legacy) };
    while let Some(kind) = take(extensions, 2) {
        let content = &mut part(extensions, 2)?;
        if kind == SUPPORTED_VERSIONS.to_be_bytes() {
            return part(content, 1);
        }
    }
    Some(legacy)
}

/// Takes any certificate whose key the peer has: whose it is, package crypto/x509 finds out.
#[derive(Debug)]
struct AnyCertificate {
    algorithms: WebPkiSupportedAlgorithms,
    /// A client must have one.
    required: bool,
    /// Those whose certificates are known.
    authorities: Vec<DistinguishedName>,
}

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

impl ClientCertVerifier for AnyCertificate {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &self.authorities
    }

    fn client_auth_mandatory(&self) -> bool {
        self.required
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::Frame;

    #[test]
    fn records_end_where_their_headers_say() {
        let stream = [22, 3, 3, 0, 2, 7, 8, 23, 3, 3, 0, 0, 21, 3, 3, 1, 0];
        let mut frame = Frame::default();
        let inside: Vec<bool> = stream
            .iter()
            .map(|&byte| {
                frame.pass(&[byte]);
                frame.is_inside()
            })
            .collect();
        let ends: Vec<usize> = (0..stream.len()).filter(|&i| !inside[i]).collect();
        assert_eq!(ends, [6, 11]);
        frame.pass(&[0; 255]);
        assert!(frame.is_inside());
        frame.pass(&[0]);
        assert!(!frame.is_inside());
        frame.pass(&stream);
        assert!(frame.is_inside());
    }
}
